package dev.instant4j.script;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;

/** What can be wrong with a script, each with its stable code. */
enum ScriptFault {
    UNREADABLE("IDB001"),
    INCOMPLETE("IDB002"),
    JSHELL_COMMAND("IDB003"),
    DOES_NOT_COMPILE("IDB004"),
    UNKNOWN_NAME("IDB005"),
    THROWN("IDB006"),
    ENDED_THE_PROCESS("IDB007"),
    NOTHING_DEFINED("IDB008"),
    DEFINED_TWICE("IDB009"),
    DEFINED_AS_NULL("IDB010");

    private final String code;

    ScriptFault(String code) {
        this.code = code;
    }

    Finding at(Place place, String subject, String message, String hint) {
        return new Finding(code, Severity.ERROR, subject, message, hint, place);
    }
}
