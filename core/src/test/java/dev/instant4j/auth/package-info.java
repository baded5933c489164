/** Tests of credentials. */
@NullMarked
package dev.instant4j.auth;

import org.jspecify.annotations.NullMarked;
