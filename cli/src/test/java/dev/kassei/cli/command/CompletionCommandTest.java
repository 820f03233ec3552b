package dev.kassei.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kassei.cli.Invocation;
import dev.kassei.cli.PluginJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shells that have read the script complete commands, options, names of plugins and files. */
class CompletionCommandTest {
  /** What is typed before the key is pressed, and what its last word is then. */
  private static final Map<String, String> COMPLETED = completed();

  @TempDir private Path temporary;

  private static Map<String, String> completed() {
    var completed = new LinkedHashMap<String, String>();
    completed.put("kassei sche", "schema");
    completed.put("kassei list activ", "activations");
    completed.put("kassei list --fam", "--family");
    completed.put("kassei list --family gat", "gated");
    completed.put("kassei list --property bounded,smo", "bounded,smooth");
    completed.put("kassei show hard_sw", "hard_swish");
    completed.put("kassei show ./exp", "./experiment.yaml");
    completed.put("kassei run ./exp", "./experiment.yaml");
    completed.put("kassei run --kernels sca", "scalar");
    completed.put(
        "kassei run a.yaml --set training.early_stopping.pat", "training.early_stopping.patience=");
    completed.put("kassei new --out elsewhere activ", "activation");
    completed.put("kassei plot --format png,s", "png,svg");
    completed.put("kassei compare --metric test.balanced", "test.balanced_accuracy");
    completed.put("kassei gallery --activations relu,gel", "relu,gelu");
    completed.put("kassei predict --weights be", "best");
    completed.put("kassei completion fi", "fish");
    return completed;
  }

  @Test
  void ofBash() throws Exception {
    assertThat(
            complete(
                "bash",
                """
                source ./script
                complete -p kassei >/dev/null || exit
                press() {
                  read -ra COMP_WORDS <<<"$1"
                  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                  _kassei
                  echo "${COMPREPLY[*]}"
                }
                """,
                "press '%s'"))
        .containsExactlyElementsOf(COMPLETED.values());
  }

  @Test
  void ofFish() throws Exception {
    assertThat(
            complete(
                "fish", "source ./script\n", "complete -C '%s' | string replace -r '\\t.*' ''"))
        .containsExactlyElementsOf(COMPLETED.values());
  }

  /** It completes at a terminal alone. */
  @Test
  @Tag("slow")
  void ofZsh() throws Exception {
    Files.writeString(
        temporary.resolve("start"),
        """
        PS1='> '
        autoload -U compinit && compinit -u -D
        source ./script
        kassei() { print "DONE<${@[-1]}>" }
        print READY
        """);
    assertThat(
            complete(
                "zsh",
                """
                zmodload zsh/zpty
                zpty shell zsh -f -i
                zpty -w shell 'source ./start'
                zpty -r shell line '*READY*'
                press() {
                  zpty -w shell "$1"$'\\t'
                  zpty -r shell line '*DONE<*>*'
                  print -r -- ${${line##*DONE<}%%>*}
                }
                """,
                "press '%s'"))
        .containsExactlyElementsOf(COMPLETED.values());
  }

  /** What each line of {@link #COMPLETED} is completed to. */
  private List<String> complete(String shell, String start, String each) throws Exception {
    assumeTrue(isInstalled(shell), shell + " is not installed");
    Files.writeString(temporary.resolve("script"), Invocation.of("completion", shell).done().out());
    Files.writeString(temporary.resolve("experiment.yaml"), "");
    String lines =
        COMPLETED.keySet().stream()
            .map(each::formatted)
            .collect(Collectors.joining("\n", "", "\n"));
    Path test = Files.writeString(temporary.resolve("test"), start + lines);
    Process process =
        new ProcessBuilder(shell, test.getFileName().toString())
            .directory(temporary.toFile())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return out.lines().toList();
  }

  private static boolean isInstalled(String shell) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void hasPluginsOfOthersWithTheirOption(String shell) throws IOException {
    Path jar = PluginJar.withInitializer(temporary, "");
    assertThat(Invocation.of("completion", shell, "--plugins", jar).done().out())
        .containsPattern("\\bfirst\\b");
    assertThat(Invocation.of("completion", shell).done().out())
        .doesNotContainPattern("[ '(]first[ ')]");
  }

  @Test
  void ofAnotherShellIsRefused() {
    Invocation.of("completion", "tcsh").refused("expected bash, zsh or fish but was 'tcsh'");
  }
}
