/* Frames of other sites in a watched page are not guarded. While a text that may not go stands in the
 * page's field they send nothing but addresses, in which the browser looks for what may not leave. */

import { change, isOf, nextId } from "./rules.js";
import { sites } from "./sites.js";

const { ResourceType } = chrome.declarativeNetRequest;
const SOCKETS = [ResourceType.WEBSOCKET, ResourceType.WEBTRANSPORT];
const SENDING = ["post", "put", "patch", "delete"];

const isForOthers = ({ condition }) => Boolean(condition.excludedInitiatorDomains);

/* Whether others in the tab are to be silent. */
export const silence = (tabId, isSilent) =>
  change(async (rules) => {
    const own = rules.filter(isOf(tabId)).filter(isForOthers);
    if (!isSilent) return { drop: own };
    if (own.length) return {};
    const excludedInitiatorDomains = (await sites()).all.flatMap((site) => site.hosts);
    const condition = { tabIds: [tabId], excludedInitiatorDomains };
    const id = nextId(rules);
    const action = { type: "block" };
    return {
      add: [
        { id, action, condition: { ...condition, requestMethods: SENDING, resourceTypes: Object.values(ResourceType) } },
        { id: id + 1, action, condition: { ...condition, resourceTypes: SOCKETS } },
      ],
    };
  });
