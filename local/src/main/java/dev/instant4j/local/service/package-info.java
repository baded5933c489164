/** What the platform does: who may do what, and what follows from it. Knows no HTTP and no SQL. */
@NullMarked
package dev.instant4j.local.service;

import org.jspecify.annotations.NullMarked;
