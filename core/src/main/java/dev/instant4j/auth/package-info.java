/** Whom a client acts as: credentials, OAuth clients and what they are handed out. No I/O, no apps. */
@NullMarked
package dev.instant4j.auth;

import org.jspecify.annotations.NullMarked;
