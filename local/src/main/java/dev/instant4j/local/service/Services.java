package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import dev.instant4j.model.IdSource;

/** Everything the platform does, one service per resource, over one store. */
public final class Services {
    private final AppService apps;
    private final SchemaService schemas;
    private final JobService jobs;
    private final RuleService rules;
    private final TransactService transactions;
    private final QueryService queries;
    private final JobRunner runner;

    public Services(Store store, IdSource ids) {
        SystemCatalog catalog = new SystemCatalog();
        Access access = new Access();
        RuleWriter ruleWriter = new RuleWriter();
        this.runner = new JobRunner(store, catalog);
        SchemaWriter schemaWriter = new SchemaWriter(catalog, ids);
        this.apps = new AppService(store, access, ids, schemaWriter, ruleWriter, runner);
        this.schemas = new SchemaService(store, access, catalog, schemaWriter, runner);
        this.jobs = new JobService(store, access, catalog, ids, runner);
        this.rules = new RuleService(store, access, ruleWriter);
        this.transactions = new TransactService(store, access, catalog, ids);
        this.queries = new QueryService(store, access, catalog);
    }

    public AppService apps() {
        return apps;
    }

    public SchemaService schemas() {
        return schemas;
    }

    public JobService jobs() {
        return jobs;
    }

    public RuleService rules() {
        return rules;
    }

    public TransactService transactions() {
        return transactions;
    }

    public QueryService queries() {
        return queries;
    }

    /** Returns what works off background jobs. */
    public JobRunner runner() {
        return runner;
    }
}
