package dev.instant4j.local.http;

import dev.instant4j.local.service.JobService;

/** Background jobs. */
final class JobRoutes {
    private static final String JOBS = "/dash/apps/:app_id/indexing-jobs";

    private JobRoutes() {}

    static void mount(Routes routes, JobService jobs) {
        routes.get(
                JOBS + "/group/:group_id",
                exchange -> jobs.group(exchange.app(), exchange.credential(), exchange.pathId("group_id")));
        routes.get(
                JOBS + "/:job_id",
                exchange -> jobs.get(exchange.app(), exchange.credential(), exchange.pathId("job_id")));
        routes.post(JOBS, exchange -> jobs.start(exchange.app(), exchange.credential(), exchange.body()));
    }
}
