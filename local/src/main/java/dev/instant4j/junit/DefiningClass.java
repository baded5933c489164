package dev.instant4j.junit;

import dev.instant4j.check.Checks;
import dev.instant4j.client.NewApp;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.render.FindingText;
import dev.instant4j.render.Palette;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

import static java.util.stream.Collectors.joining;

/** Reads what an app is to be from the public static fields of a class. */
final class DefiningClass {
    private final Class<?> type;

    private DefiningClass(Class<?> type) {
        this.type = type;
    }

    /**
     * Returns the app that a class defines; {@code void} defines one without schema and rules.
     *
     * @throws ExtensionConfigurationException if it defines none, or one that can't be
     */
    static NewApp app(Class<?> type) {
        NewApp app = NewApp.titled(type.getSimpleName());
        return type == void.class ? app : new DefiningClass(type).over(app);
    }

    private NewApp over(NewApp app) {
        Schema schema = value(Schema.class).orElse(null);
        Rules rules = value(Rules.class).orElse(null);
        if (schema == null && rules == null) {
            throw refused("it has no public static field of type Schema or Rules. Add one, or name another class.");
        }
        refuseIfWrong(new Definition(schema, rules));
        NewApp withSchema = schema == null ? app : app.schema(schema);
        return rules == null ? withSchema : withSchema.rules(rules);
    }

    private <T> Optional<T> value(Class<T> wanted) {
        List<Field> fields = Stream.of(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == wanted)
                .toList();
        if (fields.size() > 1) {
            String names = fields.stream().map(Field::getName).sorted().collect(joining(", "));
            throw refused("it has more than one public static field of type " + wanted.getSimpleName() + ": " + names
                    + ". Leave one, or name another class.");
        }
        return fields.stream().findFirst().map(field -> wanted.cast(read(field)));
    }

    private Object read(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            if (value == null) {
                throw refused("its " + field.getName() + " is null.");
            }
            return value;
        } catch (IllegalAccessException | LinkageError failure) {
            throw refused("its " + field.getName() + " can't be read: " + reason(failure) + ".", failure);
        }
    }

    private static String reason(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null ? failure.toString() : reason(cause);
    }

    private void refuseIfWrong(Definition definition) {
        String errors = Checks.of(definition).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> "\n" + FindingText.of(finding, Palette.PLAIN))
                .collect(joining());
        if (!errors.isEmpty()) {
            throw refused("no platform would take it:" + errors);
        }
    }

    private ExtensionConfigurationException refused(String reason) {
        return refused(reason, null);
    }

    private ExtensionConfigurationException refused(String reason, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(type.getName() + " defines no app: " + reason, cause);
    }
}
