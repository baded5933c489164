package dev.instant4j.push;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.diff.Renames;
import dev.instant4j.diff.RulesDiff;
import dev.instant4j.diff.SchemaDiff;
import dev.instant4j.error.ApiException;
import dev.instant4j.error.DefinitionException;
import dev.instant4j.error.DestructivePlanException;
import dev.instant4j.error.StalePlanException;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Definition;
import dev.instant4j.model.Finding;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.Job;
import dev.instant4j.model.JobGroupId;
import dev.instant4j.model.Rules;
import dev.instant4j.model.Schema;
import dev.instant4j.model.Severity;
import dev.instant4j.plan.AppState;
import dev.instant4j.plan.Plan;
import dev.instant4j.plan.Planner;
import dev.instant4j.plan.SavedPlan;
import dev.instant4j.plan.Stage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads apps, makes plans for them and carries them out. */
public final class Push {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final InstantPlatform platform;
    private final IdSource ids;
    private final Duration patience;

    /**
     * @param platform with a token that may read and change the app
     * @param ids where ids of new attrs come from
     */
    public Push(InstantPlatform platform, IdSource ids) {
        this(platform, ids, PATIENCE);
    }

    private Push(InstantPlatform platform, IdSource ids, Duration patience) {
        this.platform = platform;
        this.ids = ids;
        this.patience = patience;
    }

    /** Returns one that waits so long for the jobs of an earlier push; by default that is 5 minutes. */
    public Push withPatience(Duration changed) {
        return new Push(platform, ids, changed);
    }

    /**
     * Reads what an app is, as soon as no jobs of an earlier push work on it any more. Changes nothing; fails as reading
     * the schema and the rules does.
     */
    public Future<AppState> read(AppId app, PushProgress progress) {
        return Future.all(
                        platform.schema().pullSettled(app, patience, progress::settling),
                        platform.rules().pull(app))
                .map(both -> new AppState(both.resultAt(0), both.resultAt(1)));
    }

    /** Like {@link #plan(AppId, Definition, Renames, PushProgress)} without anyone who wants to know of the progress. */
    public Future<Plan> plan(AppId app, Definition wanted, Renames asked) {
        return plan(app, wanted, asked, PushProgress.IGNORED);
    }

    /**
     * Plans how an app becomes what a definition says. Changes nothing; fails as {@link #read} does.
     *
     * @param asked renames beyond those in the definition
     */
    public Future<Plan> plan(AppId app, Definition wanted, Renames asked, PushProgress progress) {
        return read(app, progress).compose(base -> aside(() -> Planner.plan(app, base, wanted, asked, ids)));
    }

    /** Does work that may take a while, such as judging rules for the first time, off the event loop. */
    private static <T> Future<T> aside(Supplier<T> work) {
        Context context = Vertx.currentContext();
        return context == null ? Future.succeededFuture(work.get()) : context.executeBlocking(work::get, false);
    }

    /**
     * Finds out what is left to do of a saved plan: all of it, the rest of one that was interrupted, or nothing. Changes
     * nothing; fails as {@link #read} does, and with {@link StalePlanException} if the app is neither what it was when
     * the plan was made nor what the plan makes of it.
     */
    public Future<Plan> resume(SavedPlan saved, PushProgress progress) {
        return read(saved.app(), progress)
                .compose(now -> saved.resumed(now)
                        .map(Future::succeededFuture)
                        .orElseGet(() ->
                                Future.failedFuture(new StalePlanException(ChangedSince.between(saved.base(), now)))));
    }

    /**
     * Carries out a plan: sets the rules that new entities need, sends the stages, sets the wanted rules, waits for
     * the jobs, and reads the app back. The app is read again before: nothing is sent if it is not what the plan was
     * made for.
     *
     * @return completes when all jobs have come to an end, be it a bad one. Fails with {@link DefinitionException} if
     *     the plan has errors, {@link DestructivePlanException} if it deletes more than the consent allows,
     *     {@link StalePlanException} if the app has changed: then nothing was changed. Fails with
     *     {@link ApiException} if the platform refuses a stage: then nothing of that stage was changed, and in a plan
     *     with one stage nothing at all. After a {@link dev.instant4j.error.TransportException} plan again
     */
    public Future<PushResult> push(Plan plan, Consent consent, PushProgress progress) {
        List<Finding> errors = plan.findings(Severity.ERROR);
        if (!errors.isEmpty()) {
            return Future.failedFuture(new DefinitionException(errors, null));
        }
        List<Finding> objections = consent.objections(plan);
        if (!objections.isEmpty()) {
            return Future.failedFuture(new DestructivePlanException(objections));
        }
        return read(plan.app(), progress)
                .compose(now -> refuseIfStale(plan, now))
                .compose(ok -> open(plan))
                .compose(ok -> applyFrom(0, plan, progress, List.of()))
                .compose(groups -> close(plan).map(groups))
                .compose(groups -> awaitFrom(0, groups, plan.app(), progress, List.of()))
                .compose(jobs -> verify(plan, jobs, progress));
    }

    private static Future<Void> refuseIfStale(Plan plan, AppState now) {
        String changed = ChangedSince.between(plan.base(), now);
        return changed.isEmpty() ? Future.succeededFuture() : Future.failedFuture(new StalePlanException(changed));
    }

    private Future<Void> open(Plan plan) {
        Rules opening = plan.openingRules();
        return opening == null ? Future.succeededFuture() : platform.rules().replace(plan.app(), opening);
    }

    private Future<List<JobGroupId>> applyFrom(int index, Plan plan, PushProgress progress, List<JobGroupId> groups) {
        if (index == plan.stages().size()) {
            return Future.succeededFuture(groups);
        }
        progress.applying(index + 1, plan.stages().size());
        Stage stage = plan.stages().get(index);
        return platform.schema()
                .applySteps(plan.app(), stage.steps())
                .recover(failure -> index == 0 ? takeBackOpening(plan, failure) : Future.failedFuture(failure))
                .compose(group -> applyFrom(index + 1, plan, progress, plus(groups, group)));
    }

    /** Restores the old rules when the platform has refused the first stage, then fails all the same. */
    private <T> Future<T> takeBackOpening(Plan plan, Throwable failure) {
        if (plan.openingRules() == null || !(failure instanceof ApiException)) {
            return Future.failedFuture(failure);
        }
        return platform.rules()
                .replace(plan.app(), plan.base().rules())
                .transform(restored -> Future.failedFuture(failure));
    }

    private static List<JobGroupId> plus(List<JobGroupId> groups, Optional<JobGroupId> group) {
        List<JobGroupId> all = new ArrayList<>(groups);
        group.ifPresent(all::add);
        return all;
    }

    private Future<Void> close(Plan plan) {
        Rules wanted = plan.wanted().rules();
        boolean isNeeded = plan.openingRules() != null || !plan.ruleChanges().isEmpty();
        return wanted == null || !isNeeded
                ? Future.succeededFuture()
                : platform.rules().replace(plan.app(), wanted);
    }

    private Future<List<Job>> awaitFrom(
            int index, List<JobGroupId> groups, AppId app, PushProgress progress, List<Job> done) {
        if (index == groups.size()) {
            return Future.succeededFuture(done);
        }
        return platform.jobs().await(app, groups.get(index), progress::waiting).compose(jobs -> {
            List<Job> all = new ArrayList<>(done);
            all.addAll(jobs);
            return awaitFrom(index + 1, groups, app, progress, all);
        });
    }

    private Future<PushResult> verify(Plan plan, List<Job> jobs, PushProgress progress) {
        progress.verifying();
        return read(plan.app(), progress).map(now -> compare(plan.wanted(), now, jobs));
    }

    private static PushResult compare(Definition wanted, AppState now, List<Job> jobs) {
        Schema schema = wanted.schema();
        Rules rules = wanted.rules();
        return new PushResult(
                jobs,
                schema == null ? List.of() : SchemaDiff.between(now.attrs(), schema, Renames.NONE),
                rules == null ? List.of() : RulesDiff.between(now.rules(), rules));
    }
}
