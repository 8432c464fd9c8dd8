import Intents
import Language
import Packed
import Testing

/// A few lines of two subjects and a third that is nobody's.
enum SmallSet {
  static let examples: [Example] = [
    Example("does milk cause spots", "dairy"), Example("is cheese bad for skin", "dairy"),
    Example("milk and my skin", "dairy"), Example("should i give up cheese", "dairy"),
    Example("how long should i sleep", "sleep"), Example("does sleep help skin", "sleep"),
    Example("bad sleep and spots", "sleep"), Example("i sleep five hours", "sleep"),
    Example("who won the match", Model.outOfScope), Example("play a song", Model.outOfScope),
  ]

  static func model(_ trainer: Trainer = Trainer(), _ examples: [Example] = examples) -> Model {
    Model(in: .owned(trainer.train(examples).packed()), wordGuard: nil)
  }

  static var centroids: Trainer {
    var recipe = Recipe.standard
    recipe.mostMachines = 1
    return Trainer(recipe: recipe)
  }
}

struct TrainerTests {
  @Test(arguments: [Trainer(), SmallSet.centroids].indices)
  func `training depends neither on order nor on threads`(_ number: Int) {
    let trainer = [Trainer(), SmallSet.centroids][number]
    var threaded = trainer
    threaded.threads = 4
    let bytes = trainer.train(SmallSet.examples).packed()
    #expect(bytes == trainer.train(SmallSet.examples.reversed()).packed())
    #expect(bytes == threaded.train(SmallSet.examples).packed())
  }

  @Test func `a model knows what it was taught`() {
    let model = SmallSet.model()
    #expect(model.kind == .linear)
    #expect(model.intents == ["dairy", "oos", "sleep"])
    #expect(model.classify("cheese and spots").best?.intent == "dairy")
    #expect(model.classify("sleep and spots").best?.intent == "sleep")
  }

  @Test func `the out-of-scope class is never an answer`() {
    let ranked = SmallSet.model().classify("who won the match").ranked.map(\.intent)
    #expect(Set(ranked) == ["dairy", "sleep"])
  }

  @Test func `above the limit each intent is a centroid`() {
    let model = SmallSet.model(SmallSet.centroids)
    #expect(model.kind == .centroids)
    #expect(model.classify("is cheese bad").best?.intent == "dairy")
  }

  @Test func `many intents keep their weights apart in wide rows`() {
    let examples = (0..<2_500).map { Example("question about word\($0) please", "q\($0)") }
    let model = SmallSet.model(Trainer(), examples)
    #expect(model.kind == .centroids)
    let found = [0, 17, 1_234, 2_499].map { model.classify("tell me about word\($0)").best?.intent }
    #expect(found == ["q0", "q17", "q1234", "q2499"])
  }

  @Test(arguments: [Trainer(), SmallSet.centroids].indices)
  func `the sum that is shown is the score`(_ number: Int) throws {
    let model = SmallSet.model([Trainer(), SmallSet.centroids][number])
    for line in ["does cheese cause spots", "five hours of sleep", "milk", ""] {
      let found = model.classify(line)
      for ranked in found.ranked {
        let explanation = try #require(model.explain(found, as: ranked.intent))
        #expect(abs(explanation.sum - ranked.margin) < 1e-4)
      }
    }
  }

  @Test func `confidences of a line add up to at most one`() {
    let ranked = SmallSet.model().classify("milk or sleep").ranked
    #expect(ranked.reduce(0) { $0 + $1.confidence } <= 1 + 1e-9)
    #expect(ranked.map(\.confidence) == ranked.map(\.confidence).sorted(by: >))
  }

  @Test func `near copies share a fold`() {
    let lines = ["does milk cause spots", "does milk cause spots ?", "how long should i sleep"]
    let validation = CrossValidation(
      lines.map { Example($0, $0.contains("milk") ? "dairy" : "sleep") },
      folds: 2,
      trainer: Trainer(),
      wordGuard: nil
    )
    #expect(validation.nearCopies == 2)
    #expect(validation.outcomes.count == 3)
  }
}
