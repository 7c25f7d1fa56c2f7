"""For each shape, facts that conform to it and facts that break it, on top of the same small city."""

from __future__ import annotations

PREFIXES = """
@prefix : <https://w3id.org/plangraph/id/test/> .
@prefix pg: <https://w3id.org/plangraph/ontology#> .
@prefix pgs: <https://w3id.org/plangraph/shapes#> .
@prefix sdg: <http://metadata.un.org/sdg/> .
@prefix sdgo: <http://metadata.un.org/sdg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

NAMED = 'rdfs:label "名"@ja , "name"@en ; '
SOURCED = "prov:hadPrimarySource :doc ; "


def element(name: str, kind: str, code: str, rest: str = "") -> str:
    tier = f"pg:tier :tier-{kind} ; "
    return f':{name} a pg:{kind} ; {NAMED}{SOURCED}{tier}skos:notation "{code}" ; pg:definedIn :plan {rest}.\n'


def tier(kind: str, *above: str, needs_parent: bool = True) -> str:
    under = "".join(f"pg:standsUnder :tier-{one} ; " for one in above)
    need = f":plan pg:needsParent :tier-{kind} .\n" if needs_parent else ""
    return f":tier-{kind} a pg:Tier ; {under}pg:codesNest true .\n{need}"


CITY = PREFIXES + "".join(
    [
        f":doc a pg:SourceDocument ; {NAMED}.\n",
        f":plan a pg:ImplementationPlan ; {NAMED}{SOURCED}pg:startYear 2022 ; pg:endYear 2025 .\n",
        tier("Vision", needs_parent=False),
        tier("DevelopmentGoal", "Vision"),
        tier("BasicPolicy", "Vision"),
        tier("Policy", "BasicPolicy"),
        tier("Measure", "Policy"),
        tier("Programme", "Measure"),
        tier("Project", "Measure", "Programme"),
        tier("Strategy", needs_parent=False),
        tier("Theme", "Strategy", needs_parent=False),
        tier("Challenge", "Challenge", needs_parent=False),
        element("vision", "Vision", "V"),
        element("basic", "BasicPolicy", "1", "; pg:partOf :vision "),
        element("policy", "Policy", "1-1", "; pg:partOf :basic "),
        element("measure", "Measure", "1-1-1", "; pg:partOf :policy "),
        element("project", "Project", "10101010", "; pg:partOf :measure ; pg:responsible :bureau "),
        element("strategy", "Strategy", "S1"),
        ":met a pg:Grade ; pg:standing pg:OnTarget .\n:missed a pg:Grade ; pg:standing pg:Behind .\n",
        ":on a pg:Direction ; pg:course pg:Continue .\n:up a pg:Direction ; pg:course pg:Expand .\n",
        f":city a pg:Municipality ; {NAMED}.\n",
        f":bureau a pg:Office ; {NAMED}org:unitOf :city .\n",
        f':place a pg:City ; {NAMED}pg:areaCode "C14130" .\n',
        f':ward a pg:Ward ; {NAMED}pg:areaCode "C14131" ; geo:sfWithin :place .\n',
        f'sdg:11 a sdgo:Goal ; {NAMED}pg:colour "#FD9D24" .\n',
        f"sdg:11.5 a sdgo:Target ; {NAMED}skos:broader sdg:11 .\n",
    ]
)

OBSERVATION = ":o a pg:Observation ; " + SOURCED
WHOLE = OBSERVATION + "pg:about :project ; pg:kind pg:Budget ; pg:unit pg:Yen ; pg:value 1000 ; pg:fiscalYear 2024 ."
HOLE = (
    ":h a pg:JustifiedHole ; pg:excuses sdg:11.5 ; pg:reason pg:NationalTask ; "
    'pg:rationale "国の事務"@ja , "a task of the state"@en .'
)
EVALUATION = ":e a pg:Evaluation ; " + SOURCED
GRADED = EVALUATION + "pg:evaluates :project ; pg:fiscalYear 2024 ; pg:grade :met ; pg:direction :on ."
LINK = ":l a pg:Link ; pg:subject :measure ; pg:relation pg:contributesToTarget ; pg:object sdg:11.5 ; "
REASONED = LINK + 'pg:basis pg:Assumed ; pg:rationale "理由"@ja , "reason"@en .'
REASON = 'pg:rationale "理由"@ja'
HELD = (
    ':s a pg:Statement ; dcterms:isPartOf :page ; dcterms:description "述べる"@ja ; pg:isHeldBy :plan .\n'
    f":page a pg:Passage ; {NAMED}dcterms:isPartOf :doc ."
)
MILESTONE = f":m a pg:Milestone ; {NAMED}{SOURCED}pg:milestoneOf :plan ; "
APRIL = '"2021-04-11T00:00:00"^^xsd:dateTime'
MARCH = '"2021-03-11T00:00:00"^^xsd:dateTime'

EXAMPLES: dict[str, tuple[str, str]] = {
    # plan
    "label": (
        element("x", "Strategy", "S2").replace('"名"@ja , ', ""),
        element("x", "Strategy", "S2").replace('rdfs:label "名"@ja , "name"@en ; ', ""),
    ),
    "label-ja": (element("x", "Strategy", "S2"), ':strategy rdfs:label "別"@ja .'),
    "label-en": (element("x", "Strategy", "S2").replace(', "name"@en', ""), ':strategy rdfs:label "another"@en .'),
    "label-tagged": (element("x", "Strategy", "S2"), ':strategy rdfs:label "untagged" .'),
    "label-radicals": (element("x", "Strategy", "S2"), element("x", "Strategy", "S2").replace("名", "⼒")),
    "other-name-radicals": (':strategy skos:altLabel "力"@ja .', ':strategy skos:altLabel "⼒"@ja .'),
    "plan-period": (f":p a pg:Plan ; {NAMED}{SOURCED}pg:startYear 2026 ; pg:endYear 2029 .", ":plan pg:endYear 2020 ."),
    "plan-start": (f":p a pg:Plan ; {NAMED}{SOURCED}pg:startYear 2026 .", ":plan pg:startYear 2021 ."),
    "plan-end": (f":p a pg:Plan ; {NAMED}{SOURCED}pg:endYear 2026 .", ":plan pg:endYear 2027 ."),
    "element-plan": (element("x", "Strategy", "S2"), f':x a pg:Strategy ; {NAMED}{SOURCED}skos:notation "S2" .'),
    "element-code": (element("x", "Strategy", "S2"), ':strategy skos:notation "S9" .'),
    "Codes": (
        element("x", "Project", "10101020", "; pg:partOf :measure "),
        element("x", "Project", "10102010", "; pg:partOf :measure "),
    ),
    "element-tier": (element("x", "Strategy", "S2"), ":strategy pg:tier :tier-Theme ."),
    "element-parent": (
        element("x", "Measure", "1-1-2", "; pg:partOf :policy "),
        element("x", "Measure", "1-1-2", "; pg:partOf :policy , :policy2 ")
        + element("policy2", "Policy", "1", "; pg:partOf :basic "),
    ),
    "ParentMissing": (element("x", "Theme", "S1-1"), element("x", "Policy", "1-2")),
    "ParentTier": (
        element("x", "Project", "10101020", "; pg:partOf :measure "),
        element("x", "Project", "10101020", "; pg:partOf :policy "),
    ),
    "SecondParentTier": (
        element("x", "Project", "10101020", "; pg:partOf :measure ; pg:alsoPartOf :measure "),
        element("x", "Project", "10101020", "; pg:partOf :measure ; pg:alsoPartOf :policy "),
    ),
    "Acyclic": (
        element("c", "Challenge", "C1") + element("d", "Challenge", "C2", "; pg:partOf :c "),
        element("c", "Challenge", "C1", "; pg:partOf :d ") + element("d", "Challenge", "C2", "; pg:partOf :c "),
    ),
    "milestone-span": (
        MILESTONE + f"pg:begins {MARCH} ; pg:ends {APRIL} ; pg:precision pg:DayPrecision .",
        MILESTONE + f"pg:begins {APRIL} ; pg:ends {MARCH} ; pg:precision pg:DayPrecision .",
    ),
    # sdg
    "Goal": (
        f'sdg:12 a sdgo:Goal ; {NAMED}pg:colour "#BF8B2E" .',
        f'sdg:18 a sdgo:Goal ; {NAMED}pg:colour "#BF8B2E" .',
    ),
    "goal-colour": (f'sdg:12 a sdgo:Goal ; {NAMED}pg:colour "#BF8B2E" .', f"sdg:12 a sdgo:Goal ; {NAMED}."),
    "Target": (
        f"sdg:11.a a sdgo:Target ; {NAMED}skos:broader sdg:11 .",
        f"<https://metadata.un.org/sdg/11.a> a sdgo:Target ; {NAMED}skos:broader sdg:11 .",
    ),
    "target-goal": (f"sdg:11.6 a sdgo:Target ; {NAMED}skos:broader sdg:11 .", f"sdg:11.6 a sdgo:Target ; {NAMED}."),
    "contributed-target": (
        ":measure pg:contributesToTarget sdg:11.5 .",
        ":measure pg:contributesToTarget <https://metadata.un.org/sdg/11.5> .",
    ),
    "contributed-goal": (":measure pg:contributesToGoal sdg:11 .", ":measure pg:contributesToGoal sdg:11.5 ."),
    "hole-target": (HOLE, HOLE.replace("pg:excuses sdg:11.5", "pg:excuses sdg:11")),
    "hole-reason": (HOLE, HOLE.replace("pg:reason pg:NationalTask ; ", "")),
    "hole-rationale": (HOLE, HOLE.replace('; pg:rationale "国の事務"@ja , "a task of the state"@en', "")),
    # organization
    "unit-parent": (f":x a pg:Office ; {NAMED}org:unitOf :bureau .", f":x a pg:Office ; {NAMED}."),
    "responsible-office": (":measure pg:responsible :bureau .", ":measure pg:responsible :ward ."),
    "OfficeAbove": (
        f":x a pg:Office ; {NAMED}org:unitOf :bureau .",
        f":x a pg:Office ; {NAMED}org:unitOf :y . :y a pg:Office ; {NAMED}org:unitOf :x .",
    ),
    "Succession": (
        f":x a pg:Office ; {NAMED}org:unitOf :city ; pg:officeSucceeds :bureau .",
        f":x a pg:Office ; {NAMED}org:unitOf :city ; pg:officeSucceeds :bureau . :bureau pg:officeSucceeds :x .",
    ),
    # place
    "ward-city": (
        f':x a pg:Ward ; {NAMED}pg:areaCode "C14132" ; geo:sfWithin :place .',
        f':x a pg:Ward ; {NAMED}pg:areaCode "C14132" .',
    ),
    "area-code": (
        f':x a pg:Ward ; {NAMED}pg:areaCode "C14132" ; geo:sfWithin :place .',
        f':x a pg:Ward ; {NAMED}pg:areaCode "14132" ; geo:sfWithin :place .',
    ),
    "PlaceWithin": (
        f':x a pg:Ward ; {NAMED}pg:areaCode "C14132" ; geo:sfWithin :place .',
        ":place geo:sfWithin :ward .",
    ),
    "in-ward": (":project pg:inWard :ward .", ":project pg:inWard :place ."),
    # observation
    "Observation": (
        WHOLE,
        OBSERVATION + "pg:about :project ; pg:kind pg:Budget ; pg:unit pg:Yen ; pg:value 1000 .",
    ),
    "observation-about": (
        WHOLE,
        OBSERVATION + "pg:kind pg:Budget ; pg:unit pg:Yen ; pg:value 1000 ; pg:fiscalYear 2024 .",
    ),
    "observation-kind": (
        WHOLE,
        OBSERVATION + "pg:about :project ; pg:unit pg:Yen ; pg:value 1000 ; pg:fiscalYear 2024 .",
    ),
    "observation-unit": (
        WHOLE,
        OBSERVATION + "pg:about :project ; pg:kind pg:Budget ; pg:value 1000 ; pg:fiscalYear 2024 .",
    ),
    "observation-value": (WHOLE, WHOLE + " :o pg:value 2000 ."),
    "Amount": (WHOLE, WHOLE.replace("1000", "1000.5")),
    "comparator": (WHOLE + " :o pg:comparator pg:AtLeast .", WHOLE + " :o pg:comparator pg:Planned ."),
    "caution": (
        WHOLE + ' :o pg:caution pg:Outlier ; skos:note "予算の百倍"@ja .',
        WHOLE + ' :o pg:caution pg:Planned ; skos:note "予算の百倍"@ja .',
    ),
    "caution-note": (
        WHOLE + ' :o pg:caution pg:Outlier ; skos:note "予算の百倍"@ja .',
        WHOLE + " :o pg:caution pg:Outlier .",
    ),
    "status": (WHOLE + " :o pg:status pg:Estimated .", WHOLE + " :o pg:status pg:AtLeast ."),
    "precision": (
        WHOLE + f" :o pg:date {APRIL} ; pg:precision pg:DayPrecision .",
        WHOLE + f" :o pg:date {APRIL} .",
    ),
    # evaluation
    "evaluated": (GRADED, GRADED + " :e pg:evaluates :measure ."),
    "evaluation-year": (GRADED, GRADED.replace("pg:fiscalYear 2024 ; ", "")),
    "grade": (GRADED, GRADED + " :e pg:grade :missed ."),
    "grade-scheme": (GRADED, GRADED.replace(":met", ":excellent")),
    "direction": (GRADED, GRADED + " :e pg:direction :up ."),
    "direction-scheme": (GRADED, GRADED.replace(":on ", ":sideways ")),
    "Judged": (
        EVALUATION + 'pg:evaluates :project ; pg:fiscalYear 2024 ; skos:note "よい"@ja .',
        EVALUATION + "pg:evaluates :project ; pg:fiscalYear 2024 .",
    ),
    "grade-standing": (
        ":good a pg:Grade ; pg:standing pg:OnTarget .",
        ":good a pg:Grade ; pg:standing pg:Continue .",
    ),
    "direction-course": (":joins a pg:Direction ; pg:course pg:Merge .", ":joins a pg:Direction ."),
    # provenance
    "source": (element("x", "Strategy", "S2"), element("x", "Strategy", "S2").replace(SOURCED, "")),
    "passage-document": (
        f":x a pg:Passage ; {NAMED}pg:page 3 ; dcterms:isPartOf :doc .",
        f":x a pg:Passage ; {NAMED}pg:page 3 .",
    ),
    "statement-text": (HELD, HELD.replace('dcterms:description "述べる"@ja ; ', "")),
    "statement-section": (HELD, HELD.replace("dcterms:isPartOf :page ; ", "")),
    "UnheldStatement": (HELD, HELD.replace("; pg:isHeldBy :plan .", ".", 1)),
    "ExcusedStatement": (
        HELD.replace("pg:isHeldBy :plan", REASON),
        HELD.replace("pg:isHeldBy", f"{REASON} ; pg:isHeldBy"),
    ),
    "link-subject": (REASONED, REASONED.replace("pg:subject :measure ; ", "")),
    "link-relation": (REASONED, REASONED.replace("pg:relation pg:contributesToTarget ; ", "")),
    "link-object": (REASONED, REASONED.replace("pg:object sdg:11.5 ; ", "")),
    "basis": (REASONED, LINK.rstrip("; ") + "."),
    "OfficialLink": (
        LINK + "pg:basis pg:Official ; prov:hadPrimarySource :page . :page a pg:Passage ; "
        f"{NAMED}dcterms:isPartOf :own . :own a pg:CityDocument ; {NAMED}.",
        LINK + "pg:basis pg:Official ; prov:hadPrimarySource :doc .",
    ),
    "ReportedLink": (LINK + "pg:basis pg:Reported ; prov:hadPrimarySource :doc .", LINK + "pg:basis pg:Reported ."),
    "AssumedLink": (REASONED, LINK + "pg:basis pg:Assumed ."),
    "SuggestedLink": (LINK + "pg:basis pg:Suggested ; pg:score 0.5 .", LINK + "pg:basis pg:Suggested ."),
}
"""By the shape's local name: what conforms, and what does not."""
