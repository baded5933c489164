/** Networks that do not behave, between a client and a platform that does. */
@NullMarked
package dev.instant4j.fault;

import org.jspecify.annotations.NullMarked;
