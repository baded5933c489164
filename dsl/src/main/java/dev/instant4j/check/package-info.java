/** Judges of definitions, renames and changes, one check per file. They report findings and never throw. */
@NullMarked
package dev.instant4j.check;

import org.jspecify.annotations.NullMarked;
