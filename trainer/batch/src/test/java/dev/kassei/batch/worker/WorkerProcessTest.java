package dev.kassei.batch.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers as processes of their own. */
@Tag("slow")
class WorkerProcessTest {
  private static final int CODE = 7;

  /** Prints between two messages, and ends by itself a while after its output. */
  static final class Printing {
    private Printing() {}

    public static void main(String[] arguments) throws Exception {
      var out = new FileOutputStream(FileDescriptor.out);
      var messages = new MessageStreams(new FileInputStream(FileDescriptor.in), out);
      messages.receive();
      System.out.println("from native code");
      messages.send(new Message.Done());
      out.close();
      Thread.sleep(300);
      Runtime.getRuntime().halt(CODE);
    }
  }

  @Test
  void whatIsPrintedAmongMessagesIsToldAndAnEndIsAwaited() throws Exception {
    var output = new CopyOnWriteArrayList<String>();
    WorkerLink worker = WorkerProcess.launcher(WorkerCommand.of(Printing.class)).start(output::add);
    try {
      worker.send(new Message.Alive());
      assertThat(worker.receive()).isEqualTo(new Message.Done());
      assertThat(List.copyOf(output)).contains("from native code");
      assertThatIOException().isThrownBy(worker::receive).isInstanceOf(EOFException.class);
      assertThat(worker.ending()).isEqualTo("exit code " + CODE);
    } finally {
      worker.kill();
    }
  }
}
