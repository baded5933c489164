/** Backups of an app. */
@NullMarked
package dev.instant4j.model.backup;

import org.jspecify.annotations.NullMarked;
