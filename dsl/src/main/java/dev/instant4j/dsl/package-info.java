/** The factories people write definitions with. They build values and judge nothing. */
@NullMarked
package dev.instant4j.dsl;

import org.jspecify.annotations.NullMarked;
