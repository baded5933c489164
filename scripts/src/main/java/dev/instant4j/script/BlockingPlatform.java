package dev.instant4j.script;

import dev.instant4j.client.InstantPlatform;
import dev.instant4j.client.NewApp;
import dev.instant4j.diff.Renames;
import dev.instant4j.model.AppId;
import dev.instant4j.model.Definition;
import dev.instant4j.model.IdSource;
import dev.instant4j.model.TemporaryApp;
import dev.instant4j.model.Token;
import dev.instant4j.plan.Plan;
import dev.instant4j.push.Consent;
import dev.instant4j.push.Push;
import dev.instant4j.push.PushProgress;
import dev.instant4j.push.PushResult;
import dev.instant4j.render.Palette;
import dev.instant4j.render.ResultText;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A platform for scripts: its verbs wait until they are done. They throw what the futures of {@link InstantPlatform}
 * and {@link Push} fail with. Remembers the tokens of the apps it made.
 */
public final class BlockingPlatform {
    private final InstantPlatform platform;
    private final Runnable beforeChange;
    private final Map<AppId, Token> tokens = new ConcurrentHashMap<>();

    /**
     * @param platform acts as the user
     * @param beforeChange called before anything is changed on the platform; may throw to keep that from happening
     */
    BlockingPlatform(InstantPlatform platform, Runnable beforeChange) {
        this.platform = platform;
        this.beforeChange = beforeChange;
    }

    /** Creates an app that needs no account and vanishes after two weeks. */
    public TemporaryApp createTemporaryApp(String title) {
        beforeChange.run();
        TemporaryApp app = platform.apps().createTemporary(NewApp.titled(title)).await();
        tokens.put(app.id(), app.adminToken());
        return app;
    }

    /** Plans how an app becomes what a definition says. Changes nothing. */
    public Plan plan(TemporaryApp app, Definition wanted) {
        tokens.put(app.id(), app.adminToken());
        return plan(app.id(), wanted);
    }

    /** Plans how an app becomes what a definition says. Changes nothing. */
    public Plan plan(AppId app, Definition wanted) {
        return pusher(app).plan(app, wanted, Renames.NONE).await();
    }

    /**
     * Carries out a plan and waits until the app is what the definition says.
     *
     * @param allowDelete what may be deleted: {@code entity.attr}, a link by either end, or {@code entity}
     * @throws ScriptFailure if something does not hold in the end, such as a background job that failed
     */
    public PushResult push(Plan plan, String... allowDelete) {
        beforeChange.run();
        PushResult result = pusher(plan.app())
                .push(plan, Consent.to(List.of(allowDelete)), PushProgress.IGNORED)
                .await();
        if (!result.isComplete()) {
            throw new ScriptFailure("The push is done, but not all of it holds.\n"
                    + ResultText.of(result, Palette.PLAIN).strip());
        }
        return result;
    }

    private Push pusher(AppId app) {
        Token token = tokens.get(app);
        return new Push(token == null ? platform : platform.withToken(token), IdSource.random());
    }
}
