package dev.kassei.activations.rowwise;

import static dev.kassei.api.value.Requirements.require;

import dev.kassei.activations.Peers;
import dev.kassei.api.Activation;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import java.util.Map;

/**
 * The largest of several pieces, f(x)ⱼ = maxᵢ x₍ᵢₙ₊ⱼ₎ for n = width / pieces: the row is cut into
 * blocks of n columns, and each column of the result is the largest in its place.
 *
 * <p>At a tie the gradient goes to the last of the equal ones.
 *
 * <p>TensorFlow Addons arranges the columns so; its argument is the number of results.
 *
 * @param pieces of how many columns each result is the largest, at least 2
 */
@PluginName(value = "maxout", title = "Maxout")
@Reference(
    "Ian J. Goodfellow, David Warde-Farley, Mehdi Mirza, Aaron Courville, Yoshua Bengio (2013): Maxout Networks. arXiv:1302.4389")
public record Maxout(int pieces) implements Activation {
  public Maxout() {
    this(2);
  }

  public Maxout {
    require(pieces >= 2, "pieces must be at least 2 but was %s", pieces);
  }

  @Override
  public Expr apply(Expr x) {
    require(
        x.width() % pieces == 0,
        "maxout of %s pieces needs a multiple of %s columns but got %s",
        pieces,
        pieces,
        x.width());
    int units = x.width() / pieces;
    Expr largest = x.columns(0, units);
    for (int from = units; from < x.width(); from += units) {
      largest = largest.max(x.columns(from, from + units));
    }
    return largest;
  }

  @Override
  public Map<String, Activation> peers() {
    return Peers.of(new Maxout(), "tfa").byLibrary();
  }
}
