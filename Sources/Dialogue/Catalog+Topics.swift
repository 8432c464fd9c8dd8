internal import Knowledge
internal import Packed

extension Catalog {
  /// What a topic is called on a line of its own; its id where there is none.
  func title(of topic: ID<Topic>) -> String { topics[topic.rawValue]?.title ?? topic.rawValue }

  /// What a topic is called within a sentence; its id where there is none.
  func name(of topic: ID<Topic>) -> String { topics[topic.rawValue]?.name ?? topic.rawValue }

  /// The folder that a topic's file stands in; empty where there is none.
  func group(of topic: ID<Topic>) -> String { topics[topic.rawValue]?.group ?? "" }
}
