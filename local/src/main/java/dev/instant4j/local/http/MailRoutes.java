package dev.instant4j.local.http;

import dev.instant4j.local.service.MailTemplateService;
import dev.instant4j.local.service.SenderService;
import io.vertx.core.Future;

/** The mails of apps and their senders. */
final class MailRoutes {
    private static final String APP = "/dash/apps/:app_id";
    private static final String TEMPLATES = APP + "/email_templates";
    private static final String SENDER = APP + "/sender-verification";

    private MailRoutes() {}

    static void mount(Routes routes, MailTemplateService templates, SenderService senders) {
        routes.get("/dash/default-email-template", exchange -> Future.succeededFuture(MailTemplateService.byDefault()));
        routes.get(APP + "/email_status", exchange -> templates.get(exchange.app(), exchange.credential()));
        routes.post(TEMPLATES, exchange -> templates.set(exchange.app(), exchange.credential(), exchange.body()));
        routes.delete(
                TEMPLATES + "/:id",
                exchange -> templates.remove(exchange.app(), exchange.credential(), exchange.pathId("id")));
        routes.post(
                APP + "/send-test-email",
                exchange -> templates.test(exchange.app(), exchange.credential(), exchange.body()));
        routes.get(SENDER, exchange -> senders.get(exchange.app(), exchange.credential()));
        routes.post(SENDER + "/send-magic-code", exchange -> senders.sendCode(exchange.app(), exchange.credential()));
        routes.post(
                SENDER + "/verify-magic-code",
                exchange -> senders.verify(exchange.app(), exchange.credential(), exchange.body()));
    }
}
