/** What an app is, as immutable values: ids, schema, rules, steps, jobs. Knows no JSON, no HTTP and no files. */
@NullMarked
package dev.instant4j.model;

import org.jspecify.annotations.NullMarked;
