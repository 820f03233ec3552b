package dev.kassei.cli.command;

import dev.kassei.cli.completion.Shell;
import dev.kassei.cli.failure.Failures;
import dev.kassei.cli.failure.UsageProblem;
import dev.kassei.experiment.plugin.Plugins;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kassei completion}: a script by which a shell completes commands. */
@Command(
    name = "completion",
    description = {
      "Prints the script by which a shell completes commands, options and the names of plugins.",
      "",
      "  kassei completion bash > ~/.local/share/bash-completion/completions/kassei",
      "  kassei completion fish > ~/.config/fish/completions/kassei.fish",
      ""
    },
    mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;
  @Mixin private PluginPaths paths;

  @Parameters(paramLabel = "SHELL", description = "The shell: bash, zsh or fish.")
  private String shell;

  @Override
  public Integer call() {
    Shell chosen =
        Shell.of(shell)
            .orElseThrow(
                () ->
                    new UsageProblem("expected %s but was '%s'".formatted(Shell.choice(), shell)));
    Plugins plugins = paths.plugins();
    specification.commandLine().getOut().print(chosen.script(specification.root(), plugins));
    boolean problems = PluginPaths.report(plugins, specification.commandLine().getErr());
    return problems ? Failures.FIXABLE : 0;
  }
}
