"""Presidio's own service, put together from its published packages, to compare ours with.

Their web applications are not in the packages. What these routes do was read in the sources of
release 2.2.362 and written anew: parse, call the engine, answer.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
import spacy
from flask import Flask, Response, jsonify, request
from presidio_analyzer import (
    AnalyzerEngine,
    AnalyzerRequest,
    BatchAnalyzerEngine,
    RecognizerRegistry,
)
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_anonymizer import AnonymizerEngine, DeanonymizeEngine
from presidio_anonymizer.entities import InvalidParamError
from presidio_anonymizer.services.app_entities_convertor import AppEntitiesConvertor
from werkzeug.exceptions import BadRequest, HTTPException
from werkzeug.test import Client

from scanner.recognizers import ALL


class BlankEngine(SpacyNlpEngine):
    """Presidio's own spaCy engine over a pipeline without a model."""

    def __init__(self) -> None:
        super().__init__()
        self.nlp = {"da": spacy.blank("da")}

    def is_loaded(self) -> bool:
        return True


def analyzer_engine() -> AnalyzerEngine:
    """A stock engine with our recognizers."""
    registry = RecognizerRegistry(recognizers=[kind() for kind in ALL], supported_languages=["da"])
    return AnalyzerEngine(registry=registry, nlp_engine=BlankEngine(), supported_languages=["da"])


def error(exception: Exception, status: int, before: str = "") -> tuple[Response, int]:
    return jsonify(error=before + exception.args[0]), status


def add_analyzer(app: Flask) -> None:
    engine = analyzer_engine()

    @app.post("/analyze")
    def analyze() -> Any:
        try:
            asked = AnalyzerRequest(request.get_json())
            if not asked.text:
                raise Exception("No text provided")  # noqa: TRY002, TRY301  # as they do
            texts = asked.text if isinstance(asked.text, list) else [asked.text]
            if not asked.language:
                raise Exception("No language provided")  # noqa: TRY002, TRY301  # as they do
            engine.get_supported_entities(asked.language)
            members = dict(vars(asked))
            del members["text"]
            found = BatchAnalyzerEngine(engine).analyze_iterator(texts=texts, **members)
            for result in (each for results in found for each in results):
                del result.recognition_metadata
            told = found if isinstance(asked.text, list) else found[0]
            body = json.dumps(told, default=lambda each: each.to_dict(), sort_keys=True)
            return Response(body, content_type="application/json")
        except TypeError as failed:
            start = "Failed to parse /analyze request for AnalyzerEngine.analyze(). "
            return error(failed, 400, start)
        except Exception as failed:  # noqa: BLE001  # as they do
            return error(failed, 500)

    add_lists(app, engine)


def add_lists(app: Flask, engine: AnalyzerEngine) -> None:
    @app.get("/recognizers")
    def recognizers() -> Any:
        try:
            return jsonify([each.name for each in engine.get_recognizers(_language())])
        except Exception as failed:  # noqa: BLE001  # as they do
            return error(failed, 500)

    @app.get("/supportedentities")
    def supported_entities() -> Any:
        try:
            return jsonify(engine.get_supported_entities(_language()))
        except Exception as failed:  # noqa: BLE001  # as they do
            return error(failed, 500)


def _language() -> str | None:
    return request.args.get("language")


def add_anonymizer(app: Flask) -> None:
    anonymizer, deanonymizer = AnonymizerEngine(), DeanonymizeEngine()
    convert = AppEntitiesConvertor

    def content() -> Any:
        body = request.get_json()
        if not body:
            raise BadRequest("Invalid request json")
        return body

    @app.post("/anonymize")
    def anonymize() -> Any:
        body = content()
        operators = convert.operators_config_from_json(body.get("anonymizers"))
        if convert.check_custom_operator(operators):
            raise BadRequest("Custom type anonymizer is not supported")
        results = convert.analyzer_results_from_json(body.get("analyzer_results"))
        done = anonymizer.anonymize(body.get("text", ""), results, operators)
        return Response(done.to_json(), mimetype="application/json")

    @app.post("/deanonymize")
    def deanonymize() -> Any:
        body = content()
        entities = convert.deanonymize_entities_from_json(body)
        operators = convert.operators_config_from_json(body.get("deanonymizers"))
        done = deanonymizer.deanonymize(body.get("text", ""), entities, operators)
        return Response(done.to_json(), mimetype="application/json")

    app.add_url_rule("/anonymizers", "/anonymizers", lambda: jsonify(anonymizer.get_anonymizers()))
    app.add_url_rule(
        "/deanonymizers", "/deanonymizers", lambda: jsonify(deanonymizer.get_deanonymizers())
    )


@pytest.fixture(scope="session")
def reference() -> Client:
    """Presidio's service, asked without a network."""
    app = Flask("presidio")
    add_analyzer(app)
    add_anonymizer(app)
    app.add_url_rule("/health", "/health", lambda: "Presidio Analyzer service is up")
    app.errorhandler(InvalidParamError)(lambda failed: (jsonify(error=failed.err_msg), 422))
    app.errorhandler(HTTPException)(lambda failed: (jsonify(error=failed.description), failed.code))
    app.errorhandler(Exception)(lambda _: (jsonify(error="Internal server error"), 500))
    return app.test_client()
