"""导师工作总结 and 阶段小结 (O-21: 小结, 下一步): facts from the data, words by hand; our own layout."""
