package dev.instant4j.examples;

import dev.instant4j.admin.Actor;
import dev.instant4j.admin.EntityId;
import dev.instant4j.admin.Query;
import dev.instant4j.admin.UserKey;
import dev.instant4j.admin.Write;
import dev.instant4j.client.AdminClient;
import dev.instant4j.error.ApiException;
import dev.instant4j.junit.InstantApp;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@InstantApp(schema = TodoApp.class)
class TodoAppTest {
    private static final EntityId TODO = EntityId.random();

    @Test
    void a_todo_is_for_its_owner_alone(AdminClient admin) {
        EntityId ann = signedUp(admin, "ann@example.com");
        signedUp(admin, "bob@example.com");
        admin.transact(Write.create("todos", TODO, todo("Water the plants")), Write.link("todos", TODO, "owner", ann))
                .await();

        assertThat(todos(admin.as(Actor.email("ann@example.com")))).hasSize(1);
        assertThat(todos(admin.as(Actor.email("bob@example.com")))).isEmpty();
        assertThat(todos(admin.as(Actor.GUEST))).isEmpty();
    }

    @Test
    void nobody_writes_into_the_list_of_another(AdminClient admin) {
        EntityId ann = signedUp(admin, "ann@example.com");
        AdminClient bob = admin.as(Actor.email("bob@example.com"));
        signedUp(admin, "bob@example.com");

        assertThatThrownBy(() -> bob.transact(
                                Write.create("todos", TODO, todo("Mine now")), Write.link("todos", TODO, "owner", ann))
                        .await())
                .isInstanceOf(ApiException.class);
        assertThat(todos(admin)).isEmpty();
    }

    @Test
    void todos_go_with_their_owner(AdminClient admin) {
        EntityId ann = signedUp(admin, "ann@example.com");
        admin.transact(Write.create("todos", TODO, todo("Leave")), Write.link("todos", TODO, "owner", ann))
                .await();

        admin.transact(Write.delete("$users", ann)).await();

        assertThat(todos(admin)).isEmpty();
    }

    @Test
    void the_readme_shows_this_test() throws IOException {
        String readme = Files.readString(Path.of("../local/README.md"));
        String begin = readme.substring(readme.indexOf("@InstantApp("));
        String shown = begin.substring(0, begin.indexOf("\n}\n```"));

        assertThat(Files.readString(Path.of("src/test/java/dev/instant4j/examples/TodoAppTest.java")))
                .contains(shown);
    }

    private static EntityId signedUp(AdminClient admin, String email) {
        return admin.users().createToken(UserKey.email(email)).await().user().id();
    }

    private static JsonObject todo(String title) {
        return new JsonObject().put("title", title).put("done", false);
    }

    private static JsonArray todos(AdminClient client) {
        return client.query(Query.of(new JsonObject().put("todos", new JsonObject())))
                .await()
                .getJsonArray("todos");
    }
}
