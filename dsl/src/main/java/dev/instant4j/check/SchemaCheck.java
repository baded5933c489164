package dev.instant4j.check;

import dev.instant4j.model.Finding;
import dev.instant4j.model.Schema;
import java.util.List;

/** Judges a schema by itself, without knowing the app. */
@FunctionalInterface
interface SchemaCheck {

    /** Returns what is wrong, in the order of the schema. */
    List<Finding> check(Schema schema);
}
