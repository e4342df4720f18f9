package io.kindred.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class HelmChartTest {
    private static final Path CHART =
            Repository.ROOT.resolve("deploy").resolve("helm").resolve("kindred");
    private static final Pattern VALUE = Pattern.compile("\\.Values\\.([A-Za-z0-9.]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\b(KINDRED_[A-Z_]+)\\b");

    @Test
    void everyValueATemplateUsesIsInValues() {
        Map<?, ?> values = new Yaml().load(Repository.text(CHART.resolve("values.yaml")));
        for (Path template : Repository.files(CHART.resolve("templates"), 1)) {
            Matcher used = VALUE.matcher(Repository.text(template));
            while (used.find()) {
                Object node = values;
                for (String key : used.group(1).split("\\.")) {
                    assertThat(node)
                            .as(".Values.%s in %s", used.group(1), template.getFileName())
                            .isInstanceOf(Map.class);
                    assertThat(((Map<?, ?>) node).containsKey(key))
                            .as(".Values.%s in %s", used.group(1), template.getFileName())
                            .isTrue();
                    node = ((Map<?, ?>) node).get(key);
                }
            }
        }
    }

    @Test
    void everyVariableTheChartNamesIsASettingOfTheServer() {
        List<String> named = new ArrayList<>();
        for (Path file : Repository.files(CHART, 2)) {
            Matcher variables = VARIABLE.matcher(Repository.text(file));
            while (variables.find()) {
                named.add(variables.group(1));
            }
        }

        assertThat(named).hasSizeGreaterThan(5);
        assertThat(ServerSettings.environmentVariables()).containsAll(named);
    }

    @Test
    void helmHasNothingToObjectTo() {
        requireHelm();

        LintResult result = new Helm(CHART).lint().strict().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void defaultsGiveOnePodWithItsVolumeThatIsNotRoot() {
        Map<String, Map<?, ?>> objects = render(template());

        assertThat(objects.keySet())
                .containsExactlyInAnyOrder("ServiceAccount", "PersistentVolumeClaim", "Service", "Deployment");
        Map<?, ?> deployment = objects.get("Deployment");
        assertThat(at(deployment, "spec", "replicas")).isEqualTo(1);
        assertThat(at(deployment, "spec", "strategy", "type")).isEqualTo("Recreate");
        assertThat(at(deployment, "spec", "template", "spec", "securityContext", "runAsNonRoot"))
                .isEqualTo(true);
        assertThat(at(container(deployment), "securityContext", "readOnlyRootFilesystem"))
                .isEqualTo(true);
        assertThat(at(container(deployment), "livenessProbe", "httpGet", "path"))
                .isEqualTo("/q/health/live");
        assertThat(at(container(deployment), "readinessProbe", "httpGet", "path"))
                .isEqualTo("/q/health/ready");
        assertThat(environment(deployment))
                .containsEntry("KINDRED_HOME", "/var/lib/kindred/home")
                .containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0")
                .containsEntry("KINDRED_ARTIFACTS_MAX_UPLOAD_BYTES", "2147483648")
                .doesNotContainKeys("KINDRED_JDBC_URL", "KINDRED_SECURITY_ALLOWED_HOSTS");
    }

    @Test
    void aSecretNamesTheDatabase() {
        Map<?, ?> deployment =
                render(template().set("database.existingSecret", "kindred-db")).get("Deployment");

        assertThat(environment(deployment).get("KINDRED_JDBC_PASSWORD"))
                .isEqualTo(Map.of("secretKeyRef", Map.of("name", "kindred-db", "key", "password")));
    }

    @Test
    void theHostsOfAnIngressAreTheNamesTheServerAnswersTo() {
        Map<String, Map<?, ?>> objects = render(template()
                .set("ingress.enabled", "true")
                .set("ingress.hosts[0]", "a.example.org")
                .set("ingress.hosts[1]", "b.example.org"));

        assertThat((List<?>) at(objects.get("Ingress"), "spec", "rules")).hasSize(2);
        assertThat(environment(objects.get("Deployment")))
                .containsEntry("KINDRED_SECURITY_ALLOWED_HOSTS", "a.example.org,b.example.org");
    }

    @Test
    void anIngressWithoutHostsIsRefused() {
        requireHelm();

        assertThatThrownBy(() -> template().set("ingress.enabled", "true").call())
                .hasMessageContaining("ingress.hosts must name at least one host");
    }

    @Test
    void withoutPersistenceThereIsNoClaim() {
        assertThat(render(template().set("persistence.enabled", "false"))).doesNotContainKey("PersistentVolumeClaim");
    }

    private static TemplateCommand template() {
        requireHelm();
        return new Helm(CHART).template().withName("shop").withNamespace("films");
    }

    /** Helm comes as a native library for common platforms; elsewhere what needs it is left out, and says so. */
    private static void requireHelm() {
        String missing = "";
        try {
            Helm.version();
        } catch (RuntimeException | LinkageError e) {
            missing = "Helm's library does not work on this platform: " + e.getMessage();
        }
        assumeTrue(missing.isEmpty(), missing);
    }

    /** The rendered objects by kind, of which the chart has one each. */
    private static Map<String, Map<?, ?>> render(TemplateCommand command) {
        Map<String, Map<?, ?>> objects = new LinkedHashMap<>();
        for (Object object : new Yaml().loadAll(command.call())) {
            if (object instanceof Map<?, ?> map) {
                assertThat(objects.put(map.get("kind").toString(), map)).isNull();
            }
        }
        return objects;
    }

    private static Map<?, ?> container(Map<?, ?> deployment) {
        return (Map<?, ?>) ((List<?>) at(deployment, "spec", "template", "spec", "containers")).getFirst();
    }

    private static Map<String, Object> environment(Map<?, ?> deployment) {
        Map<String, Object> environment = new LinkedHashMap<>();
        for (Object entry : (List<?>) at(container(deployment), "env")) {
            Map<?, ?> variable = (Map<?, ?>) entry;
            Object value = variable.get("value");
            environment.put(variable.get("name").toString(), value == null ? variable.get("valueFrom") : value);
        }
        return environment;
    }

    private static Object at(Map<?, ?> object, String... path) {
        Object node = object;
        for (String key : path) {
            node = ((Map<?, ?>) node).get(key);
        }
        return node;
    }
}
