package dev.instant4j.local.http;

import dev.instant4j.local.service.BackupService;

/** Backups and the jobs that make them. */
final class BackupRoutes {
    private static final String BACKUPS = "/dash/apps/:app_id/backups";
    private static final String JOBS = "/dash/apps/:app_id/backup-jobs";
    private static final String BACKUP_ID = "backup_id";
    private static final String JOB_ID = "job_id";

    private BackupRoutes() {}

    static void mount(Routes routes, BackupService backups) {
        routes.get(BACKUPS, exchange -> backups.list(exchange.app(), exchange.credential()));
        routes.post(BACKUPS, exchange -> backups.create(exchange.app(), exchange.credential(), exchange.body()));
        routes.delete(
                BACKUPS + "/:" + BACKUP_ID,
                exchange -> backups.delete(exchange.app(), exchange.credential(), exchange.pathId(BACKUP_ID)));
        for (String part : new String[] {"/files", "/file-url", "/storage-files"}) {
            routes.get(
                    BACKUPS + "/:" + BACKUP_ID + part,
                    exchange -> backups.read(exchange.app(), exchange.credential(), exchange.pathId(BACKUP_ID)));
        }
        routes.get(JOBS, exchange -> backups.jobs(exchange.app(), exchange.credential()));
        routes.get(JOBS + "/:" + JOB_ID, exchange -> {
            exchange.pathId(JOB_ID);
            return backups.job(exchange.app(), exchange.credential());
        });
        routes.delete(
                JOBS + "/:" + JOB_ID,
                exchange -> backups.cancel(exchange.app(), exchange.credential(), exchange.pathId(JOB_ID)));
    }
}
