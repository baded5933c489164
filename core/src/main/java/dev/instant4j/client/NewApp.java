package dev.instant4j.client;

import dev.instant4j.model.OrgId;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An app to be created: {@code NewApp.titled("Customer 42").schema(SCHEMA).rules(RULES)}.
 *
 * @param title what people see
 * @param org which org it is to belong to; null for the user's personal apps
 * @param schema what it stores from the start
 * @param rules who may do what from the start; without any, everyone may do everything
 */
public record NewApp(String title, @Nullable OrgId org, Schema schema, Rules rules) {

    /** Returns a new personal app without schema and rules. */
    public static NewApp titled(String title) {
        return new NewApp(title, null, Schema.EMPTY, Rules.NONE);
    }

    /** Returns this new app with a schema. */
    public NewApp schema(Schema newSchema) {
        return new NewApp(title, org, newSchema, rules);
    }

    /** Returns this new app with rules. */
    public NewApp rules(Rules newRules) {
        return new NewApp(title, org, schema, newRules);
    }

    /** Returns this new app as one of an org. Temporary apps belong to none. */
    public NewApp in(OrgId newOrg) {
        return new NewApp(title, newOrg, schema, rules);
    }
}
