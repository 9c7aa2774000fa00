"""家校联系卡 (O-08): who the mentor is and how the two sides reach each other; our own layout."""
