/** What the platform keeps, in SQLite: SQL and rows only, always off the event loop. Decides nothing. */
@NullMarked
package dev.instant4j.local.store;

import org.jspecify.annotations.NullMarked;
