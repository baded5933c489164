package dev.instant4j.local.store;

import java.util.function.Supplier;

/** One transaction: what it reads fits together, and what it writes is kept as a whole or not at all. */
public final class Tx {
    private final AppStore apps;
    private final AttrStore attrs;
    private final TripleStore triples;
    private final RuleStore rules;
    private final JobStore jobs;
    private final UserStore users;
    private final CliLoginStore cliLogins;
    private final OrgStore orgs;
    private final MemberStore members;
    private final TestUserStore testUsers;
    private final OriginStore origins;
    private final MailStore mails;
    private final WebhookStore webhooks;
    private final OAuthAppStore oauthApps;
    private final GrantStore grants;
    private final SessionStore sessions;
    private final Sql sql;
    private final long now;

    Tx(Sql sql, long now) {
        this.sql = sql;
        this.apps = new AppStore(sql);
        this.attrs = new AttrStore(sql);
        this.triples = new TripleStore(sql);
        this.rules = new RuleStore(sql);
        this.jobs = new JobStore(sql);
        this.users = new UserStore(sql);
        this.cliLogins = new CliLoginStore(sql);
        this.orgs = new OrgStore(sql);
        this.members = new MemberStore(sql);
        this.testUsers = new TestUserStore(sql);
        this.origins = new OriginStore(sql);
        this.mails = new MailStore(sql);
        this.webhooks = new WebhookStore(sql);
        this.oauthApps = new OAuthAppStore(sql);
        this.grants = new GrantStore(sql);
        this.sessions = new SessionStore(sql);
        this.now = now;
    }

    /** Returns when this transaction began, in epoch milliseconds. */
    public long now() {
        return now;
    }

    /** Returns what {@code work} finds out; nothing of what it writes is kept. */
    public <T> T rehearse(Supplier<T> work) {
        sql.run("SAVEPOINT rehearsal");
        try {
            return work.get();
        } finally {
            sql.run("ROLLBACK TO rehearsal");
            sql.run("RELEASE rehearsal");
        }
    }

    public AppStore apps() {
        return apps;
    }

    public AttrStore attrs() {
        return attrs;
    }

    public TripleStore triples() {
        return triples;
    }

    public RuleStore rules() {
        return rules;
    }

    public JobStore jobs() {
        return jobs;
    }

    public UserStore users() {
        return users;
    }

    public CliLoginStore cliLogins() {
        return cliLogins;
    }

    public OrgStore orgs() {
        return orgs;
    }

    public MemberStore members() {
        return members;
    }

    public TestUserStore testUsers() {
        return testUsers;
    }

    public OriginStore origins() {
        return origins;
    }

    public MailStore mails() {
        return mails;
    }

    public WebhookStore webhooks() {
        return webhooks;
    }

    public OAuthAppStore oauthApps() {
        return oauthApps;
    }

    public GrantStore grants() {
        return grants;
    }

    public SessionStore sessions() {
        return sessions;
    }
}
