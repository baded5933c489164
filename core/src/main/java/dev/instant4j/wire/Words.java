package dev.instant4j.wire;

import java.util.Locale;

/** The platform's words for constants: {@code check-data-type} for {@code CHECK_DATA_TYPE}. */
public final class Words {

    private Words() {}

    /** Returns the platform's word for a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
