package dev.kassei.api;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The losses of all validations so far, as a view that grows while a network is trained. What
 * follows from them is brought up to date by the new ones alone, by {@link #fold}. For one thread.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class LossHistory extends AbstractList<Double> {
  private final List<Double> losses;
  private final Map<Fold<?>, Seen> seen = new HashMap<>();

  /**
   * A view of losses.
   *
   * @param losses may become more, but not fewer
   */
  public LossHistory(List<Double> losses) {
    this.losses = losses;
  }

  /**
   * What follows from numbers that are looked at one after the other, in the way of a running mean.
   * Equal folds, such as equal records, have the same result.
   *
   * @param <S> what is known after some numbers; immutable
   */
  public interface Fold<S> {
    /** What is known before the first number. */
    S start();

    /** What is known after one more number. */
    S next(S state, double loss);
  }

  private record Seen(int number, Object state) {}

  /** What follows from all losses so far; it takes no time where none is new. */
  @SuppressWarnings("unchecked") // what a fold gave
  public <S> S fold(Fold<S> fold) {
    Seen last = seen.get(fold);
    if (last != null && last.number == losses.size()) {
      return (S) last.state;
    }
    S state = last == null ? fold.start() : (S) last.state;
    for (int i = last == null ? 0 : last.number; i < losses.size(); i++) {
      state = fold.next(state, losses.get(i));
    }
    seen.put(fold, new Seen(losses.size(), state));
    return state;
  }

  @Override
  public Double get(int validation) {
    return losses.get(validation);
  }

  @Override
  public int size() {
    return losses.size();
  }
}
