package dev.kassei.builtins.layer;

import dev.kassei.api.Layer;
import dev.kassei.api.PluginName;
import dev.kassei.api.Reference;
import dev.kassei.api.expr.Expr;
import dev.kassei.api.expr.Rows;
import dev.kassei.api.expr.Shape;

/** The mean of each channel over all positions of an image or a sequence, batch × channels. */
@PluginName(value = "global_avg_pool", title = "Global average pooling")
@Reference("Lin, Chen, Yan 2014, Network in network, arXiv:1312.4400")
public record GlobalAvgPool() implements Layer {
  @Override
  public Expr apply(Expr x) {
    Positioned.requireAny(x);
    int positions = x.shape().rows().count();
    return x.reshape(new Shape(Rows.BATCH.times(positions), x.width())).innerMean();
  }
}
