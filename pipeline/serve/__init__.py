"""The review page: findings beside their source in a browser, decisions and teaching on the way."""
