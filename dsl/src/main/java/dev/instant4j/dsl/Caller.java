package dev.instant4j.dsl;

import dev.instant4j.model.Place;
import java.lang.StackWalker.StackFrame;

/** Finds the line of a definition that called a factory. */
final class Caller {
    private static final String FACTORIES = Caller.class.getPackageName() + ".";
    private static final StackWalker WALKER = StackWalker.getInstance();

    private Caller() {}

    /** Returns where the innermost code outside this package is: its source file as the class file names it, and line. */
    static Place place() {
        return WALKER.walk(
                frames -> frames.filter(frame -> !frame.getClassName().startsWith(FACTORIES))
                        .findFirst()
                        .map(Caller::placeOf)
                        .orElse(Place.UNKNOWN));
    }

    private static Place placeOf(StackFrame frame) {
        String file = frame.getFileName();
        return new Place(file == null ? frame.getClassName() : file, Math.max(frame.getLineNumber(), 0));
    }
}
