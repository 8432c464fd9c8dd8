"""Every content file fits the schema that editors use for it, and the schemas know the loader's keys.

usage: /usr/bin/python3 Tests/Programs/schemas.py [path/to/flora]
"""

import json
import pathlib
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Which schema goes with which files.
FILES = {
    "intent": "intents/*/*.yml",
    "out-of-scope": "intents/out-of-scope.yml",
    "claims": "seeds/claims/*.yml",
    "references": "seeds/references.yml",
    "concepts": "seeds/concepts.yml",
    "glossary": "seeds/glossary.yml",
    "medicines": "seeds/medicines.yml",
    "catalog": "seeds/catalog.yml",
    "wording": "seeds/wording.yml",
    "wording-rules": "seeds/wording-rules.yml",
    "language": "seeds/language.yml",
    "red-flag": "seeds/safety/red-flags/*.yml",
    "cautions": "seeds/safety/cautions.yml",
    "affects": "seeds/safety/affects.yml",
    "crisis-lines": "seeds/safety/crisis-lines.yml",
    "lexicon": "seeds/safety/lexicon.yml",
    "quiet": "seeds/safety/quiet.yml",
    "actions": "seeds/plan/actions.yml",
    "care": "seeds/plan/care.yml",
    "onboarding": "seeds/plan/onboarding.yml",
    "slots": "seeds/plan/slots.yml",
    "talk": "seeds/plan/talk.yml",
}

# A mistake for some schemas, so that one that lets everything pass is noticed.
MISTAKES = {
    "intent": {"title": "x", "asks": ["y"], "stong": []},
    "claims": {"dairy": [{"id": "dairy.x", "text": "x", "grade": "huge"}]},
    "references": {"x": {"title": "x", "published": "y", "kind": "blog", "checked": "2026-11-23"}},
    "concepts": {"dairy": {"word": ["milk"]}},
    "red-flag": {"title": "x"},
    "cautions": {"cautions": [{"id": "x", "affects": ["y"], "do": "adapt", "say": "z", "refs": ["r"]}]},
    "actions": {"actions": [{"id": "x"}]},
    "onboarding": {"questions": [{"id": "x", "fills": ["no_slot"], "ask": "a", "why": "b", "hint": "c"}]},
    "slots": {"no_slot": {"yes": ["x"]}},
    "catalog": {"diet": ["Not An Id"]},
}


def load(path):
    """The file as content is read: every value is text."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def main():
    failures = []
    checked = 0
    seen = set()
    schemas = {p.name.removesuffix(".schema.json"): p for p in (ROOT / "docs/schemas").glob("*.schema.json")}
    for name in sorted(set(schemas) - set(FILES)):
        failures.append(f"docs/schemas/{name}.schema.json: no content file is checked against it")
    for name, pattern in FILES.items():
        schema = json.loads(schemas[name].read_text(encoding="utf-8"))
        jsonschema.Draft7Validator.check_schema(schema)
        validator = jsonschema.Draft7Validator(schema)
        paths = sorted(ROOT.glob(pattern))
        if not paths:
            failures.append(f"{pattern}: there is no such file")
        for path in paths:
            checked += 1
            seen.add(path)
            for error in validator.iter_errors(load(path)):
                where = "/".join(str(step) for step in error.absolute_path)
                failures.append(f"{path.relative_to(ROOT)}: {where}: {error.message[:160]}")
        if name in MISTAKES and validator.is_valid(MISTAKES[name]):
            failures.append(f"docs/schemas/{name}.schema.json: lets a mistake pass")
    for path in sorted([*ROOT.glob("intents/**/*.yml"), *ROOT.glob("seeds/**/*.yml")]):
        if path not in seen:
            failures.append(f"{path.relative_to(ROOT)}: no schema is meant for it")
    for failure in failures:
        print(failure)
    print(f"{checked} content files checked against {len(FILES)} schemas")
    return 1 if failures or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
