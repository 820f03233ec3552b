package dev.kassei.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {
  @Test
  void whatWasUnusedForTheLongestTimeGoesFirst() {
    var cache = new LruCache<String, Integer>(2);
    cache.put("one", 1);
    cache.put("two", 2);
    cache.find("one");
    cache.put("three", 3);

    assertThat(cache.find("two")).isEmpty();
    assertThat(cache.find("one")).contains(1);
    assertThat(cache.find("three")).contains(3);
  }

  @Test
  void aLargeValueTakesThePlaceOfSmallOnesAndStays() {
    var cache = new LruCache<String, String>(5, String::length);
    cache.put("a", "aaa");
    cache.put("b", "bb");
    cache.put("c", "cccccccc");

    assertThat(cache.find("a")).isEmpty();
    assertThat(cache.find("b")).isEmpty();
    assertThat(cache.find("c")).contains("cccccccc");
  }

  @Test
  void aValueIsMadeOnceWhileItIsThere() {
    var cache = new LruCache<String, Integer>(1);

    assertThat(cache.get("key", () -> 1)).isEqualTo(1);
    assertThat(cache.get("key", () -> 2)).isEqualTo(1);
    cache.put("other", 3);
    assertThat(cache.get("key", () -> 4)).isEqualTo(4);
  }

  @Test
  void aKeyThatComesAloneIsNotHashed() {
    record Key(String name) {
      @Override
      public int hashCode() {
        throw new AssertionError("hashed");
      }
    }
    var cache = new LruCache<Key, Integer>(2);

    assertThat(cache.find(new Key("one"))).isEmpty();
    assertThat(cache.get(new Key("one"), () -> 1)).isEqualTo(1);
    assertThat(cache.find(new Key("one"))).contains(1);
    assertThat(cache.find(new Key("two"))).isEmpty();
  }
}
