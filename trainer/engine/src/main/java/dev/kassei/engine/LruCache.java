package dev.kassei.engine;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * The values that were used last, as many as there is room for. For use by several threads.
 *
 * @param <K> the type of the keys, as a map has them
 * @param <V> the type of the values
 */
public final class LruCache<K, V> {
  private static final float LOAD = 0.75f;

  private final Map<K, V> values = new LinkedHashMap<>(16, LOAD, true);
  private final ToLongFunction<V> size;
  private final long capacity;
  private long total;

  /** A cache of so many values. */
  public LruCache(long capacity) {
    this(capacity, value -> 1);
  }

  /**
   * A cache of values of different size.
   *
   * @param capacity the largest size of all values together; the last one stays however large
   * @param size of a value, which never changes
   */
  public LruCache(long capacity, ToLongFunction<V> size) {
    this.capacity = capacity;
    this.size = size;
  }

  /** The value; empty if it is not there. */
  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The value, which is made if it is not there. */
  public synchronized V get(K key, Supplier<V> making) {
    V known = values.get(key);
    if (known != null) {
      return known;
    }
    V made = making.get();
    put(key, made);
    return made;
  }

  /** Takes a value for a key that is not there; those unused for the longest time make room. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
    total += size.applyAsLong(value);
    Iterator<V> oldest = values.values().iterator();
    while (total > capacity && values.size() > 1) {
      total -= size.applyAsLong(oldest.next());
      oldest.remove();
    }
  }
}
