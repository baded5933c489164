package dev.instant4j.check;

import dev.instant4j.model.Attrs;
import dev.instant4j.model.Finding;
import dev.instant4j.model.Place;
import dev.instant4j.model.Severity;
import java.util.List;

/** IDB251: background jobs of an earlier push work on an attr, so nobody knows yet what it will be. */
final class Busy {
    private Busy() {}

    static List<Finding> check(Attrs stored) {
        return stored.busy().stream()
                .map(attr -> new Finding(
                        "IDB251",
                        Severity.ERROR,
                        attr.name().toString(),
                        "Jobs of an earlier push still work on " + attr.name() + ".",
                        "Wait until they are done, then plan again.",
                        Place.UNKNOWN))
                .toList();
    }
}
