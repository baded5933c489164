package dev.instant4j.local.service;

import dev.instant4j.local.store.Store;
import dev.instant4j.model.IdSource;
import java.time.InstantSource;

/** Everything the platform does, one service per resource, over one store. */
public final class Services {
    private final AccountService accounts;
    private final AppService apps;
    private final AppUserService appUsers;
    private final AppSettingService appSettings;
    private final BackupService backups;
    private final AuthorizationService authorizations;
    private final CliLoginService cliLogins;
    private final JobService jobs;
    private final LoginClientService loginClients;
    private final MailTemplateService mailTemplates;
    private final MemberService members;
    private final OAuthAppService oauthApps;
    private final OAuthClientService oauthClients;
    private final OrgService orgs;
    private final OriginService origins;
    private final PersonalTokenService personalTokens;
    private final PlatformTokenService platformTokens;
    private final QueryService queries;
    private final RuleService rules;
    private final SchemaService schemas;
    private final SenderService senders;
    private final TemporaryAppService temporaryApps;
    private final TestUserService testUsers;
    private final TransactService transactions;
    private final UserService users;
    private final WebhookEventService webhookEvents;
    private final WebhookService webhooks;
    private final JobRunner runner;
    private final Sweeper sweeper;

    public Services(Store store, IdSource ids, Mailbox mailbox) {
        SystemCatalog catalog = new SystemCatalog();
        Identity identity = new Identity();
        Access access = new Access(identity);
        Actors actors = new Actors(access, catalog);
        RuleBook ruleBook = new RuleBook(InstantSource.system());
        Secrets secrets = new Secrets();
        Accounts newAccounts = new Accounts(ids, secrets);
        RuleWriter ruleWriter = new RuleWriter();
        SchemaWriter schemaWriter = new SchemaWriter(catalog, ids);
        AppMaker maker = new AppMaker(ids, schemaWriter, ruleWriter);
        AppDetails details = new AppDetails(catalog, ruleWriter);
        this.runner = new JobRunner(store, catalog);
        this.sweeper = new Sweeper(store);
        MagicCodes codes = new MagicCodes(store, newAccounts, secrets, mailbox);
        this.accounts = new AccountService(store, identity, newAccounts, details, codes);
        this.apps = new AppService(store, identity, access, maker, details);
        this.appSettings = new AppSettingService(store, identity, access, catalog, ruleWriter);
        this.backups = new BackupService(store, access);
        this.authorizations = new AuthorizationService(store, identity, ids);
        this.cliLogins = new CliLoginService(store, identity, newAccounts, ids);
        this.jobs = new JobService(store, access, catalog, ids, runner);
        this.loginClients = new LoginClientService(store, access, catalog, ids);
        this.mailTemplates = new MailTemplateService(store, access, ids);
        this.members = new MemberService(store, identity, access, ids);
        this.oauthApps = new OAuthAppService(store, identity, access, ids);
        this.oauthClients = new OAuthClientService(store, identity, access, ids, secrets);
        this.orgs = new OrgService(store, identity, details, ids);
        this.origins = new OriginService(store, access, ids);
        this.personalTokens = new PersonalTokenService(store, identity, newAccounts);
        this.platformTokens = new PlatformTokenService(store, newAccounts, secrets);
        this.queries = new QueryService(store, actors, ruleBook);
        this.rules = new RuleService(store, access, ruleWriter);
        this.schemas = new SchemaService(store, access, catalog, schemaWriter, runner);
        this.senders = new SenderService(store, access, secrets, mailbox);
        this.temporaryApps = new TemporaryAppService(store, identity, maker);
        this.transactions = new TransactService(store, actors, ruleBook, catalog, ids);
        this.appUsers = new AppUserService(store, actors, catalog, ids, secrets, mailbox);
        this.testUsers = new TestUserService(store, identity, access, ids);
        this.users = new UserService(store, newAccounts);
        this.webhookEvents = new WebhookEventService(store, access);
        this.webhooks = new WebhookService(store, access, catalog, ids);
    }

    public AccountService accounts() {
        return accounts;
    }

    public AppService apps() {
        return apps;
    }

    public AppSettingService appSettings() {
        return appSettings;
    }

    public AppUserService appUsers() {
        return appUsers;
    }

    public BackupService backups() {
        return backups;
    }

    public AuthorizationService authorizations() {
        return authorizations;
    }

    public CliLoginService cliLogins() {
        return cliLogins;
    }

    public JobService jobs() {
        return jobs;
    }

    public LoginClientService loginClients() {
        return loginClients;
    }

    public MailTemplateService mailTemplates() {
        return mailTemplates;
    }

    public MemberService members() {
        return members;
    }

    public OAuthAppService oauthApps() {
        return oauthApps;
    }

    public OAuthClientService oauthClients() {
        return oauthClients;
    }

    public OrgService orgs() {
        return orgs;
    }

    public OriginService origins() {
        return origins;
    }

    public PersonalTokenService personalTokens() {
        return personalTokens;
    }

    public PlatformTokenService platformTokens() {
        return platformTokens;
    }

    public QueryService queries() {
        return queries;
    }

    public RuleService rules() {
        return rules;
    }

    public SchemaService schemas() {
        return schemas;
    }

    public SenderService senders() {
        return senders;
    }

    public TemporaryAppService temporaryApps() {
        return temporaryApps;
    }

    public TestUserService testUsers() {
        return testUsers;
    }

    public TransactService transactions() {
        return transactions;
    }

    public UserService users() {
        return users;
    }

    public WebhookEventService webhookEvents() {
        return webhookEvents;
    }

    public WebhookService webhooks() {
        return webhooks;
    }

    /** Returns what works off background jobs. */
    public JobRunner runner() {
        return runner;
    }

    /** Returns what forgets things whose time is up. */
    public Sweeper sweeper() {
        return sweeper;
    }
}
