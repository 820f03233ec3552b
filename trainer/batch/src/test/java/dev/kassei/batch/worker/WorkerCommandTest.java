package dev.kassei.batch.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
  @Test
  void aWorkerHasTheOptionsAndTheClassPathButNoPortNorFileOfItsParent() {
    List<String> command =
        WorkerCommand.of(
            List.of("-Xmx1g", "-agentlib:jdwp=transport=dt_socket", "-Xlog:gc", "-Dx=a b"),
            "/proc/self/fd/8/kassei.jar",
            WorkerCommandTest.class,
            "1000");
    assertThat(command.subList(1, 3)).containsExactly("-Xmx1g", "-Dx=a b");
    assertThat(command).doesNotContain("-Xlog:gc").contains("-Xlog:disable");
    assertThat(command.subList(command.size() - 4, command.size()))
        .containsExactly(
            "-cp",
            "/proc/%s/fd/8/kassei.jar".formatted(ProcessHandle.current().pid()),
            WorkerCommandTest.class.getName(),
            "1000");
  }
}
