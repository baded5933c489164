/** The effects of a plan: reads the app, applies the steps, awaits the jobs, sets the rules and compares the result. */
@NullMarked
package dev.instant4j.push;

import org.jspecify.annotations.NullMarked;
