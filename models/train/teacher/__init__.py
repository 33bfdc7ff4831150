"""A teacher: multilingual-e5-small tuned on the news, which labels plain text. Needs torch.

python -m pip install torch
python -m models.train.teacher --data DIR --out silver.jsonl
"""
