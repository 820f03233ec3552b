package dev.kassei.batch.worker;

import dev.kassei.batch.worker.Message.Begin;
import dev.kassei.batch.worker.Message.Ready;
import dev.kassei.batch.worker.Message.Refused;
import dev.kassei.batch.worker.Message.Train;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A place among the tasks of a cluster, which takes the place of a worker: what it is to train
 * becomes a task, and the task's answer is what it says.
 */
public final class ClusterLink implements WorkerLink {
  private final Cluster cluster;
  private final Queue<Message> answers = new ArrayDeque<>();
  private Optional<Begin> begin = Optional.empty();
  private volatile Optional<Future<byte[]>> task = Optional.empty();
  private volatile boolean hasEnded;

  public ClusterLink(Cluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public void send(Message message) throws IOException {
    if (message instanceof Begin first) {
      begin = Optional.of(first);
      // the machine is known once a task was done
      answers.add(new Ready(Map.of()));
    } else if (message instanceof Train train) {
      task = Optional.of(cluster.submit(Messages.bytes(List.of(begin.orElseThrow(), train))));
      if (hasEnded) {
        cancel();
      }
    }
  }

  @Override
  public Message receive() throws IOException {
    if (answers.isEmpty()) {
      answers.addAll(answer(task.orElseThrow()));
    }
    return answers.remove();
  }

  private List<Message> answer(Future<byte[]> task) throws IOException {
    try {
      return Messages.of(task.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException lost) {
        throw lost;
      }
      if (e.getCause() instanceof CancellationException) {
        throw new IOException("cancelled", e);
      }
      if (!cluster.isAlive()) {
        throw new IOException(e.getCause().getMessage(), e);
      }
      // no other task would fare better
      return List.of(new Refused(String.valueOf(e.getCause().getMessage()), true));
    } catch (CancellationException e) {
      throw new IOException("cancelled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public boolean isAlive() {
    return !hasEnded && cluster.isAlive();
  }

  @Override
  public void end() {
    hasEnded = true;
    cancel();
  }

  private void cancel() {
    task.ifPresent(running -> running.cancel(true));
  }

  @Override
  public void kill() {
    end();
  }

  @Override
  public String name() {
    return "a task";
  }

  @Override
  public String ending() {
    return cluster.isAlive() ? "" : "the cluster has ended";
  }
}
