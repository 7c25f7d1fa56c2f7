"""The namespaces that plangraph writes and the prefixes that its queries know.

:data:`PG` is closed: asking it for a term that it does not list raises, and
``tests/test_public_names.py`` holds the list against ``ontology/``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

BASE: Final = "https://w3id.org/plangraph/"
"""Against what the relative IRIs of a query are resolved (RFC 3986, section 5.1)."""
ONTOLOGY: Final = f"{BASE}ontology"
THINGS: Final = f"{BASE}id/"
GRAPHS: Final = f"{BASE}graph/"
SDG_SERIES: Final = "http://metadata.un.org/sdg/"
ABSOLUTE: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')
"""Whole IRIs, without the signs that SPARQL takes in none (SPARQL 1.1, section 19.8, IRIREF)."""

PREFIXES: Final = {
    "pg": f"{ONTOLOGY}#",
    "sdgo": "http://metadata.un.org/sdg/ontology#",
    "sdg": SDG_SERIES,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "sh": "http://www.w3.org/ns/shacl#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
}


class Namespace:
    """A closed list of terms under one base, each had as an attribute.

    Parameters
    ----------
    prefix : str
        A key of :data:`PREFIXES`.
    terms : str
        The local names, separated by spaces.

    Raises
    ------
    AttributeError
        If a term that is not in the list is asked for.
    """

    def __init__(self, prefix: str, terms: str) -> None:
        self.base = PREFIXES[prefix]
        self.terms = frozenset(terms.split())
        vars(self).update({term: self.base + term for term in self.terms})

    def __getattr__(self, name: str) -> str:
        """Refuse what is not in the list; what is, is found before Python asks here."""
        raise AttributeError(f"{self.base}{name} is not a term that plangraph uses")


PG: Final = Namespace(
    "pg",
    "ActualValue Amount BaselineValue Challenge City ComprehensivePlanTier DayPrecision Direction ForecastValue Grade "
    "Indicator Link Measure MonthPrecision Municipality Office Passage PeopleGroup Plan PlanElement Policy Post "
    "Programme Project SourceDocument Statement Strategy Suggested TargetValue Theme Tier TopLevelOffice Vision Ward "
    "YearPrecision about adoptionYear alsoPartOf areaCode basis begins caution codesNest colour comparator "
    "continuesIn countedAs countsAs course currency date definedIn directedTier direction endPrecision endYear ends "
    "established evaluates excuses factor fiscalYear fundedTier grade groupTier guides inPlan isHeldBy itemTier "
    "judgedTier kind legalBasis measures milestoneOf multipleOf nameAlong nameApart nameKnown needsParent object "
    "officeSucceeds page partOf placedUnder plural precision rank rationale reason relation resembles responsible "
    "rowTier score serves standing standsUnder startYear status subject supersedes tier unit untold value wardsByName "
    "withinFiscalYear yearBegins",
)
RDF: Final = Namespace("rdf", "type first rest nil")
RDFS: Final = Namespace("rdfs", "label subClassOf subPropertyOf domain range isDefinedBy")
OWL: Final = Namespace(
    "owl",
    "Class ObjectProperty DatatypeProperty AnnotationProperty Ontology AllDisjointClasses TransitiveProperty "
    "SymmetricProperty Restriction NamedIndividual inverseOf propertyChainAxiom disjointWith members onProperty "
    "hasValue someValuesFrom intersectionOf imports versionIRI versionInfo",
)
XSD: Final = Namespace("xsd", "integer decimal date dateTime boolean string")
SKOS: Final = Namespace("skos", "Concept ConceptScheme altLabel broader exactMatch hiddenLabel inScheme note notation")
PROV: Final = Namespace("prov", "hadPrimarySource")
ORG: Final = Namespace("org", "Organization unitOf")
GEO: Final = Namespace("geo", "Feature Geometry asGeoJSON geoJSONLiteral hasGeometry sfWithin")
SDGO: Final = Namespace("sdgo", "Goal Target")
DCTERMS: Final = Namespace(
    "dcterms",
    "title description isPartOf issued modified publisher license source identifier hasPart language "
    "spatial conformsTo format type",
)
DCAT: Final = Namespace(
    "dcat",
    "Catalog DataService Dataset Distribution accessService accessURL contactPoint dataset distribution downloadURL "
    "endpointDescription endpointURL keyword mediaType servesDataset service theme version",
)
VOID: Final = Namespace(
    "void",
    "Dataset DatasetDescription triples entities classPartition dataDump rootResource sparqlEndpoint uriSpace subset",
)
FOAF: Final = Namespace("foaf", "Agent homepage name page")
VCARD: Final = Namespace("vcard", "Organization fn hasURL")


def expand(name: str) -> str | None:
    """Return the IRI that a prefixed name stands for.

    Parameters
    ----------
    name : str
        A name such as ``pg:Project`` or ``sdg:11.5``, in full or half width.

    Returns
    -------
    str or None
        The IRI, or None if the text has no prefix of :data:`PREFIXES`.
    """
    prefix, colon, local = unicodedata.normalize("NFKC", name).partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else None
