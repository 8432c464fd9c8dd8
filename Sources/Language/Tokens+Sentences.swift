extension Tokens {
  /// Sentences, without what ends them; a question mark stays with its question.
  package func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for index in list.indices {
      let isQuestion = token(index, is: "?")
      let isEnd = isQuestion || (list[index].kind == .pause && !token(index, is: ","))
      guard isEnd else { continue }
      let end = isQuestion ? index + 1 : index
      if end > start { sentences.append(start..<end) }
      start = index + 1
    }
    if start < count { sentences.append(start..<count) }
    return sentences
  }
}
