package dev.kassei.activations.rowwise;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.RowFunction;
import java.util.Arrays;
import java.util.Map;

/**
 * The nearest probabilities to each row, f(x)ᵢ = max(xᵢ − τ, 0), where τ is such that they sum to
 * 1.
 *
 * <p>The row's largest value is subtracted first. τ comes from the sorted row, so the function is
 * one in plain Java. Where a probability becomes 0 there is a kink; its derivative there is 0.
 *
 * <p>All peers agree, for the last axis.
 */
@PluginName(value = "sparsemax", title = "Sparsemax")
@Reference(
    "André F. T. Martins, Ramón Fernandez Astudillo (2016): From Softmax to Sparsemax: A Sparse Model of Attention and Multi-Label Classification. arXiv:1602.02068")
public record Sparsemax() implements Activation {
  @Override
  public Expr apply(Expr x) {
    return x.rowFunction(new Projection(), x.width());
  }

  /** The projection of a row onto the probability simplex. */
  private record Projection() implements RowFunction {
    @Override
    public void value(double[] x, double[] y) {
      double[] sorted = x.clone();
      Arrays.sort(sorted);
      double largest = sorted[sorted.length - 1];
      double sum = 0;
      double tau = 0;
      for (int k = 1; k <= sorted.length; k++) {
        double next = sorted[sorted.length - k] - largest;
        if (!(1 + k * next > sum + next)) {
          break;
        }
        sum += next;
        tau = (sum - 1) / k;
      }
      for (int i = 0; i < x.length; i++) {
        y[i] = Math.max(x[i] - largest - tau, 0);
      }
    }

    /** Within the support, the gradient minus its mean there. */
    @Override
    public void gradient(double[] x, double[] y, double[] dy, double[] dx) {
      double sum = 0;
      int support = 0;
      for (int i = 0; i < y.length; i++) {
        if (!(y[i] <= 0)) {
          sum += dy[i];
          support++;
        }
      }
      for (int i = 0; i < y.length; i++) {
        dx[i] = y[i] <= 0 ? 0 : dy[i] - sum / support;
      }
    }
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Sparsemax(), "keras", "tfa").byLibrary();
  }
}
