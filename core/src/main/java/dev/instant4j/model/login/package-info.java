/** How users of an app sign in, and programs that act for users of a platform. */
@NullMarked
package dev.instant4j.model.login;

import org.jspecify.annotations.NullMarked;
