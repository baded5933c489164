package dev.instant4j.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * An expression with the binds that it uses, ready to compile.
 *
 * @param code the whole text
 * @param pieces where the parts that someone wrote stand in it, in no order
 */
record Expression(String code, List<Piece> pieces) {

    /**
     * A part of the text that someone wrote.
     *
     * @param bind the bind that it is; empty for the expression itself
     * @param start where it begins
     * @param text what was written
     */
    record Piece(String bind, int start, String text) {
        private boolean holds(int offset) {
            return offset >= start && offset <= start + text.length();
        }

        private Piece shifted(int by) {
            return new Piece(bind, start + by, text);
        }
    }

    static Expression of(String text) {
        return new Expression(text, List.of(new Piece("", 0, text)));
    }

    /** Returns this expression inside of a bind. */
    Expression inside(String bind, String text) {
        String opening = "cel.bind(" + bind + ", ";
        String middle = opening + text + ", ";
        List<Piece> all = new ArrayList<>();
        all.add(new Piece(bind, opening.length(), text));
        pieces.forEach(piece -> all.add(piece.shifted(middle.length())));
        return new Expression(middle + code + ")", List.copyOf(all));
    }

    /**
     * Returns where in what was written a place of the code is; unknown between the parts.
     *
     * @param line counted from 1
     * @param column counted from 0
     */
    Spot locate(int line, int column) {
        int offset = offset(code, line, column);
        return pieces.stream()
                .filter(piece -> piece.holds(offset))
                .findFirst()
                .map(piece -> new Spot(piece.bind(), offset - piece.start()))
                .orElse(Spot.UNKNOWN);
    }

    /**
     * A place in what was written.
     *
     * @param bind the bind it is in; empty for the expression itself
     * @param offset counted from 0; -1 if not known
     */
    record Spot(String bind, int offset) {
        static final Spot UNKNOWN = new Spot("", -1);

        boolean isKnown() {
            return offset >= 0;
        }
    }

    private static int offset(String text, int line, int column) {
        int begin = 0;
        for (int passed = 1; passed < line; passed++) {
            begin = text.indexOf('\n', begin) + 1;
        }
        return begin + column;
    }
}
