/** What can go wrong, one type for each party that can do something about it. Messages never hold a token. */
@NullMarked
package dev.instant4j.error;

import org.jspecify.annotations.NullMarked;
