/** Plans and findings as text for a person. Decides nothing and reads nothing. */
@NullMarked
package dev.instant4j.render;

import org.jspecify.annotations.NullMarked;
