package dev.instant4j.client;

import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;

/**
 * An app to be created: {@code NewApp.titled("Customer 42").schema(SCHEMA).rules(RULES)}.
 *
 * @param title what people see
 * @param schema what it stores from the start
 * @param rules who may do what from the start; without any, everyone may do everything
 */
public record NewApp(String title, Schema schema, Rules rules) {

    /** Returns a new app without schema and rules. */
    public static NewApp titled(String title) {
        return new NewApp(title, Schema.EMPTY, Rules.NONE);
    }

    /** Returns this new app with a schema. */
    public NewApp schema(Schema newSchema) {
        return new NewApp(title, newSchema, rules);
    }

    /** Returns this new app with rules. */
    public NewApp rules(Rules newRules) {
        return new NewApp(title, schema, newRules);
    }
}
