package dev.instant4j.examples

import dev.instant4j.client.InstantPlatform
import dev.instant4j.client.NewApp
import dev.instant4j.client.PlatformOptions
import dev.instant4j.diff.RulesDiff
import dev.instant4j.local.LocalOptions
import dev.instant4j.local.LocalPlatform
import dev.instant4j.model.DataType
import dev.instant4j.script.DefinitionReader
import io.vertx.core.Vertx
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import java.nio.file.Path

class TodoTest {
    private val vertx = Vertx.vertx()

    @AfterEach
    fun close() {
        vertx.close().await()
    }

    @Test
    fun `an app made from a definition in Kotlin is what it says`() {
        val local = LocalPlatform.start(vertx, LocalOptions.inMemory()).await()
        val platform = InstantPlatform.create(vertx, PlatformOptions.at(local.uri()))
        val app = platform.apps().createTemporary(NewApp.titled("todos").schema(todoSchema).rules(todoRules)).await()

        val stored = platform.withToken(app.adminToken).schema().pull(app.id).await()
        val rules = platform.withToken(app.adminToken).rules().pull(app.id).await()

        val todos = stored.toSchema().entity("todos").orElseThrow()
        assertThat(todos.attr("title")).hasValueSatisfying { assertThat(it.isIndexed).isTrue }
        assertThat(todos.attr("completedAt")).hasValueSatisfying { assertThat(it.type).isEqualTo(DataType.DATE) }
        assertThat(RulesDiff.between(rules, todoRules)).isEmpty()
        local.close().await()
    }

    @Test
    fun `it says the same as the script`() {
        val script = DefinitionReader(Path.of("").toAbsolutePath()) { throw it }.read(Path.of("todos.jsh"))

        assertThat(todoSchema.entities).isEqualTo(script.schema?.entities)
        assertThat(todoSchema.links).isEqualTo(script.schema?.links)
        assertThat(todoRules).isEqualTo(script.rules)
    }
}
